package io.lodestone.kit.startup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a PostgreSQL that may lose what it acknowledged: {@code fsync}, {@code full_page_writes} or
 * {@code synchronous_commit} off, as this service's own login sees them. Only tests may say otherwise.
 */
@Singleton
public class DatabaseCheck implements StartupCheck {

    private static final String SETTINGS = "SELECT name, setting FROM pg_settings"
            + " WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') ORDER BY name";

    private final Pool pool;
    private final boolean skipped;

    @Inject
    DatabaseCheck(
            Pool pool,
            Surroundings surroundings,
            @ConfigProperty(name = "lodestone.startup.durable-database", defaultValue = "true") boolean durable) {
        this.pool = pool;
        this.skipped = !durable && surroundings.isTest();
    }

    @Override
    public Uni<Optional<String>> refusal() {
        if (skipped) {
            return Uni.createFrom().item(Optional.empty());
        }
        return pool.query(SETTINGS).execute().map(DatabaseCheck::refusal);
    }

    private static Optional<String> refusal(RowSet<Row> settings) {
        List<String> off = new ArrayList<>();
        for (Row row : settings) {
            if (row.getString("setting").equals("off")) {
                off.add(row.getString("name"));
            }
        }
        return off.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "the database may lose what it acknowledged: " + String.join(", ", off) + " must not be off");
    }
}
