package io.lodestone.kit.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.kit.KitProfile;
import io.lodestone.kit.testing.PostgresResource;
import io.lodestone.kit.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KitProfile.class)
class DatabaseCheckTest {

    private static final Surroundings PRODUCTION = new Surroundings(List.of("prod"));

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @Test
    void accepts_a_durable_database() {
        assertThat(check(PRODUCTION, true)).isEmpty();
    }

    @Test
    void refuses_a_login_whose_commits_are_not_waited_for() throws SQLException {
        setForNewSessions("SET synchronous_commit = off");
        try {
            assertThat(check(PRODUCTION, true))
                    .hasValueSatisfying(text -> assertThat(text).contains("synchronous_commit"));
            assertThat(check(PRODUCTION, false)).isPresent();
            assertThat(check(new Surroundings(List.of("test")), false)).isEmpty();
        } finally {
            setForNewSessions("RESET synchronous_commit");
        }
    }

    private Optional<String> check(Surroundings where, boolean durable) {
        PgConnectOptions options =
                PgConnectOptions.fromUri(url).setUser(PostgresResource.APP).setPassword(PostgresResource.PASSWORD);
        Pool pool = PgBuilder.pool().connectingTo(options).using(vertx).build();
        try {
            return new DatabaseCheck(pool, where, durable).refusal().await().indefinitely();
        } finally {
            pool.closeAndAwait();
        }
    }

    private static void setForNewSessions(String change) throws SQLException {
        try (Connection connection = TestDatabase.asService();
                Statement sql = connection.createStatement()) {
            sql.execute("ALTER ROLE " + PostgresResource.APP + " " + change);
        }
    }
}
