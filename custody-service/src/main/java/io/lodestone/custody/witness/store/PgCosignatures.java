package io.lodestone.custody.witness.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.witness.app.CosignatureStore;
import io.lodestone.evidence.checkpoint.Cosignature;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.statement.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The witnesses' tables. */
@Singleton
public class PgCosignatures implements CosignatureStore {

    private static final String TURN =
            "UPDATE cosigning SET holder = $1, until = $2 WHERE holder = $1 OR until < $3 RETURNING one";
    private static final String LAST = "SELECT w.witness, c.size FROM unnest($1::text[]) AS w(witness),"
            + " LATERAL (SELECT size FROM cosignature WHERE witness = w.witness ORDER BY size DESC LIMIT 1) c";
    private static final String KEEP = "INSERT INTO cosignature (size, witness, line)"
            + " SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING";
    private static final String RECENT = "SELECT c.checkpoint"
            + " || (SELECT string_agg(s.line || E'\\n', '' ORDER BY s.witness) FROM cosignature s WHERE s.size = c.size)"
            + " AS checkpoint FROM published_checkpoint c"
            + " WHERE c.size IN (SELECT DISTINCT size FROM cosignature ORDER BY size DESC LIMIT $1)"
            + " ORDER BY c.size DESC";

    private final Pool pool;

    @Inject
    PgCosignatures(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> turn(Uuid7 instance, Instant now, Instant until) {
        return pool.preparedQuery(TURN)
                .execute(Tuple.of(instance.value(), Columns.utc(until), Columns.utc(now)))
                .map(rows -> rows.size() > 0);
    }

    @Override
    public Uni<Map<String, TreeSize>> last(List<String> witnesses) {
        Tuple keys = Columns.of(witnesses).text(it -> it).tuple();
        return pool.preparedQuery(LAST).execute(keys).map(rows -> {
            Map<String, TreeSize> last = new HashMap<>();
            for (Row row : rows) {
                last.put(row.getString("witness"), new TreeSize(row.getLong("size")));
            }
            return last;
        });
    }

    @Override
    public Uni<Void> keep(TreeSize size, List<Cosignature> cosignatures) {
        if (cosignatures.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Columns<Cosignature> columns = Columns.of(cosignatures)
                .number(it -> size.value())
                .text(it -> it.witness().toString())
                .text(it -> it.line().toString());
        return pool.preparedQuery(KEEP).execute(columns.tuple()).replaceWithVoid();
    }

    @Override
    public Uni<List<String>> recent(int max) {
        return pool.preparedQuery(RECENT).execute(Tuple.of(max)).map(rows -> {
            List<String> notes = new ArrayList<>();
            rows.forEach(row -> notes.add(row.getString("checkpoint")));
            return notes;
        });
    }
}
