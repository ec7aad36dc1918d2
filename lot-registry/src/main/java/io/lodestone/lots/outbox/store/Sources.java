package io.lodestone.lots.outbox.store;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.outbox.Source;
import io.lodestone.lots.outbox.SourceKey;
import io.lodestone.lots.sql.Columns;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the statements that keys belong to. */
@Singleton
public class Sources {

    private static final String FIND = "SELECT s.key_digest, s.request_digest AS source_request, o.* FROM source s"
            + " JOIN outbox o ON o.actor = s.party AND o.statement_id = s.statement_id"
            + " JOIN unnest($1::bytea[]) AS k (digest) ON k.digest = s.key_digest WHERE s.party = $2";

    private final Pool pool;

    @Inject
    Sources(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<Source>> find(PartyId party, SourceKey key) {
        return find(party, java.util.List.of(key.digest())).map(found -> Optional.ofNullable(found.get(key.digest())));
    }

    /** Those of the keys that are taken, by their digests. */
    public Uni<Map<Digest, Source>> find(PartyId party, Collection<Digest> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Columns.of(keys).bytes(key -> key).query(pool, FIND, party).map(rows -> {
            Map<Digest, Source> found = new HashMap<>();
            rows.forEach(row -> {
                Digest key = Sql.digest(row, "key_digest");
                found.put(key, new Source(key, Sql.digest(row, "source_request"), OutboxRows.read(row)));
            });
            return found;
        });
    }
}
