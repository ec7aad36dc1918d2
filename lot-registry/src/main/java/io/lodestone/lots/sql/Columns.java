package io.lodestone.lots.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The rows of one write or lookup, column by column, as arrays for {@code unnest}; values are those of {@link Sql}. */
public final class Columns<T> {

    private final Collection<T> rows;
    private final List<Object> columns = new ArrayList<>();

    private Columns(Collection<T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(Collection<T> rows) {
        return new Columns<>(rows);
    }

    public Columns<T> uuid(Function<T, @Nullable Object> value) {
        return add(value, UUID[]::new);
    }

    public Columns<T> bytes(Function<T, @Nullable Object> value) {
        return add(value, Buffer[]::new);
    }

    public Columns<T> number(Function<T, @Nullable Object> value) {
        return add(value, Long[]::new);
    }

    public Columns<T> integer(Function<T, @Nullable Object> value) {
        return add(value, Integer[]::new);
    }

    public Columns<T> text(Function<T, @Nullable Object> value) {
        return add(value, String[]::new);
    }

    public Columns<T> flag(Function<T, @Nullable Object> value) {
        return add(value, Boolean[]::new);
    }

    public Columns<T> time(Function<T, @Nullable Object> value) {
        return add(value, OffsetDateTime[]::new);
    }

    private <A> Columns<T> add(Function<T, @Nullable Object> value, IntFunction<A[]> array) {
        columns.add(rows.stream().map(row -> Sql.parameter(value.apply(row))).toArray(array));
        return this;
    }

    /** One round trip; nothing at all for no rows. Parameters that are no columns come after those that are. */
    public Uni<Void> write(SqlClient client, String sql, Object... more) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : query(client, sql, more).replaceWithVoid();
    }

    public Uni<RowSet<Row>> query(SqlClient client, String sql, Object... more) {
        List<Object> all = new ArrayList<>(columns);
        for (Object one : more) {
            all.add(Sql.parameter(one));
        }
        return client.preparedQuery(sql).execute(Tuple.tuple(all));
    }

    public Tuple tuple() {
        return Tuple.from(columns);
    }
}
