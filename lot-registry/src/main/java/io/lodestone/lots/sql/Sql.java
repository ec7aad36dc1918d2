package io.lodestone.lots.sql;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parameters and columns in the types of the model. A value of a type not named here is passed as it is. */
public final class Sql {

    /** The largest document a column holds: a statement, with its annexes beside it. */
    private static final int MAX_BYTES = 2 * CanonicalJson.MAX_DOCUMENT_BYTES;

    private Sql() {}

    public static Tuple tuple(@Nullable Object... values) {
        List<@Nullable Object> list = new ArrayList<>(values.length);
        for (Object value : values) {
            list.add(parameter(value));
        }
        return Tuple.tuple(list);
    }

    public static UUID[] ids(Collection<?> ids) {
        return ids.stream().map(id -> (UUID) parameter(id)).toArray(UUID[]::new);
    }

    public static Buffer[] digests(Collection<Digest> digests) {
        return digests.stream().map(digest -> Buffer.buffer(digest.bytes())).toArray(Buffer[]::new);
    }

    static @Nullable Object parameter(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return parameter(optional.orElse(null));
        } else if (value instanceof Digest digest) {
            return Buffer.buffer(digest.bytes());
        } else if (value instanceof byte[] bytes) {
            return Buffer.buffer(bytes);
        } else if (value instanceof Json json) {
            return Buffer.buffer(CanonicalJson.bytes(json));
        } else if (value instanceof Mass mass) {
            return mass.micrograms();
        } else if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return id(value);
    }

    private static @Nullable Object id(@Nullable Object value) {
        if (value instanceof LotId id) {
            return id.value().value();
        } else if (value instanceof PartyId id) {
            return id.value().value();
        } else if (value instanceof FacilityId id) {
            return id.value().value();
        } else if (value instanceof StatementId id) {
            return id.value().value();
        } else if (value instanceof AssayId id) {
            return id.value().value();
        } else if (value instanceof TransferId id) {
            return id.value().value();
        }
        return value;
    }

    public static Uni<RowSet<Row>> query(SqlClient client, String sql, @Nullable Object... values) {
        return client.preparedQuery(sql).execute(tuple(values));
    }

    /** The first row, if there is one. */
    public static <T> Uni<Optional<T>> first(Uni<RowSet<Row>> rows, Function<Row, T> each) {
        return rows.map(set -> set.size() == 0
                ? Optional.empty()
                : Optional.of(each.apply(set.iterator().next())));
    }

    public static <T> Uni<List<T>> list(Uni<RowSet<Row>> rows, Function<Row, T> each) {
        return rows.map(set -> {
            List<T> list = new ArrayList<>(set.size());
            set.forEach(row -> list.add(each.apply(row)));
            return list;
        });
    }

    /** The same statement for every tuple, in one round trip; nothing at all for none. */
    public static Uni<Void> batch(SqlClient client, String sql, List<Tuple> tuples) {
        return tuples.isEmpty()
                ? Uni.createFrom().voidItem()
                : client.preparedQuery(sql).executeBatch(tuples).replaceWithVoid();
    }

    public static byte[] bytes(Row row, String column) {
        return row.get(Buffer.class, column).getBytes();
    }

    public static Digest digest(Row row, String column) {
        return Digest.of(bytes(row, column));
    }

    public static Json json(Row row, String column) {
        return CanonicalJson.parse(bytes(row, column), MAX_BYTES);
    }

    public static OriginVector vector(Row row, String column) {
        return OriginVector.read(Members.of(json(row, column)));
    }

    public static LotId lot(Row row, String column) {
        return new LotId(new Uuid7(row.getUUID(column)));
    }

    public static PartyId party(Row row, String column) {
        return new PartyId(new Uuid7(row.getUUID(column)));
    }

    public static Mass mass(Row row, String column) {
        return new Mass(row.getLong(column));
    }

    public static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
