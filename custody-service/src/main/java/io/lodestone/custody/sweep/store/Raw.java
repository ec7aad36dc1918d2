package io.lodestone.custody.sweep.store;

import io.lodestone.custody.sweep.StoredRows.Bytes;
import io.lodestone.evidence.digest.Digest;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values of columns that may hold anything, where constraints were dropped too. What is no digest is read as a digest
 * that nothing has.
 */
final class Raw {

    private static final UUID NO_ID = new UUID(0, 0);

    private Raw() {}

    static byte[] bytes(Row row, String column) {
        @Nullable Buffer value = row.getBuffer(column);
        return value == null ? new byte[0] : value.getBytes();
    }

    static Bytes document(Row row, String column) {
        return new Bytes(bytes(row, column));
    }

    static Digest digest(Row row, String column) {
        byte[] value = bytes(row, column);
        return value.length == Digest.LENGTH ? Digest.of(value) : Digest.sha256(value);
    }

    static Optional<Digest> optionalDigest(Row row, String column) {
        return row.getBuffer(column) == null ? Optional.empty() : Optional.of(digest(row, column));
    }

    static UUID id(Row row, String column) {
        @Nullable UUID value = row.getUUID(column);
        return value == null ? NO_ID : value;
    }

    static Instant time(Row row, String column) {
        @Nullable OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null || value.equals(OffsetDateTime.MIN) || value.equals(OffsetDateTime.MAX)
                ? Instant.MIN
                : value.toInstant();
    }

    static Optional<Instant> optionalTime(Row row, String column) {
        return row.getValue(column) == null ? Optional.empty() : Optional.of(time(row, column));
    }

    static long number(Row row, String column) {
        @Nullable Long value = row.getLong(column);
        return value == null ? -1 : value;
    }
}
