package io.lodestone.custody.sql;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Uuid7;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads the ledger's types from a row; what is stored was checked when it was written. */
public final class Rows {

    private Rows() {}

    public static byte[] bytes(Row row, String column) {
        return row.getBuffer(column).getBytes();
    }

    public static Digest digest(Row row, String column) {
        return Digest.of(bytes(row, column));
    }

    public static Uuid7 uuid(Row row, String column) {
        return new Uuid7(row.getUUID(column));
    }

    public static PartyId party(Row row, String column) {
        return new PartyId(uuid(row, column));
    }

    /** Empty where the column is null. */
    public static Optional<Long> optionalNumber(Row row, String column) {
        return Optional.ofNullable(row.getLong(column));
    }

    public static LotId lot(Row row, String column) {
        return new LotId(uuid(row, column));
    }

    public static Instant time(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    public static Optional<Instant> optionalTime(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    public static boolean isNull(Row row, String column) {
        return row.getValue(column) == null;
    }
}
