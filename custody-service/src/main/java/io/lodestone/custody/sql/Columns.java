package io.lodestone.custody.sql;

import io.lodestone.evidence.statement.Uuid7;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The rows of one multi-row write or lookup, column by column, as arrays for {@code unnest} or {@code ANY}. */
public final class Columns<T> {

    private final Collection<T> rows;
    private final List<Object> columns = new ArrayList<>();

    private Columns(Collection<T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(Collection<T> rows) {
        return new Columns<>(rows);
    }

    public Columns<T> uuid(Function<T, Uuid7> value) {
        columns.add(rows.stream().map(row -> value.apply(row).value()).toArray(UUID[]::new));
        return this;
    }

    public Columns<T> bytes(Function<T, byte[]> value) {
        columns.add(rows.stream().map(row -> Buffer.buffer(value.apply(row))).toArray(Buffer[]::new));
        return this;
    }

    public Columns<T> number(ToLongFunction<T> value) {
        columns.add(rows.stream().map(value::applyAsLong).toArray(Long[]::new));
        return this;
    }

    public Columns<T> nullableNumber(Function<T, @Nullable Long> value) {
        columns.add(rows.stream().map(value).toArray(Long[]::new));
        return this;
    }

    public Columns<T> nullableUuid(Function<T, Optional<Uuid7>> value) {
        columns.add(rows.stream()
                .map(row -> value.apply(row).map(Uuid7::value).orElse(null))
                .toArray(UUID[]::new));
        return this;
    }

    public Columns<T> nullableTime(Function<T, Optional<Instant>> value) {
        columns.add(rows.stream()
                .map(row -> value.apply(row).map(Columns::utc).orElse(null))
                .toArray(OffsetDateTime[]::new));
        return this;
    }

    public Columns<T> text(Function<T, String> value) {
        columns.add(rows.stream().map(value).toArray(String[]::new));
        return this;
    }

    public Columns<T> flag(Function<T, Boolean> value) {
        columns.add(rows.stream().map(value).toArray(Boolean[]::new));
        return this;
    }

    public Columns<T> time(Function<T, Instant> value) {
        columns.add(rows.stream().map(row -> utc(value.apply(row))).toArray(OffsetDateTime[]::new));
        return this;
    }

    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public Tuple tuple() {
        return Tuple.from(columns);
    }
}
