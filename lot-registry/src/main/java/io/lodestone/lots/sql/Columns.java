package io.lodestone.lots.sql;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Mass;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of one write or lookup, column by column, as arrays for {@code unnest}. */
public final class Columns<T> {

    private final Collection<T> rows;
    private final List<Object> columns = new ArrayList<>();

    private Columns(Collection<T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(Collection<T> rows) {
        return new Columns<>(rows);
    }

    public Columns<T> id(Function<T, ?> value) {
        columns.add(Sql.ids(rows.stream().map(value).toList()));
        return this;
    }

    public Columns<T> digest(Function<T, Digest> value) {
        columns.add(rows.stream()
                .map(row -> Buffer.buffer(value.apply(row).bytes()))
                .toArray(Buffer[]::new));
        return this;
    }

    public Columns<T> json(Function<T, Json> value) {
        columns.add(rows.stream()
                .map(row -> Buffer.buffer(CanonicalJson.bytes(value.apply(row))))
                .toArray(Buffer[]::new));
        return this;
    }

    public Columns<T> nullableJson(Function<T, @Nullable Json> value) {
        columns.add(rows.stream()
                .map(value)
                .map(json -> json == null ? null : Buffer.buffer(CanonicalJson.bytes(json)))
                .toArray(Buffer[]::new));
        return this;
    }

    public Columns<T> number(Function<T, @Nullable Long> value) {
        columns.add(rows.stream().map(value).toArray(Long[]::new));
        return this;
    }

    public Columns<T> mass(Function<T, Mass> value) {
        columns.add(rows.stream().map(row -> value.apply(row).micrograms()).toArray(Long[]::new));
        return this;
    }

    public Columns<T> text(Function<T, String> value) {
        columns.add(rows.stream().map(value).toArray(String[]::new));
        return this;
    }

    public Tuple tuple() {
        return Tuple.from(columns);
    }
}
