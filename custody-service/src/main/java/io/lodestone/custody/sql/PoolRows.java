package io.lodestone.custody.sql;

import io.lodestone.evidence.acceptance.Pool;
import io.lodestone.evidence.acceptance.Withdrawal;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.FacilityId;
import io.vertx.mutiny.sqlclient.Row;

/** Pools and withdrawals as rows; vectors and masses are kept in their canonical form. */
public final class PoolRows {

    private static final String CREDITED = "credited";

    private PoolRows() {}

    public static Pool pool(Row row) {
        return new Pool(
                Rows.lot(row, "pool"),
                new FacilityId(Rows.uuid(row, "facility")),
                row.getString("period"),
                Rows.time(row, "since"),
                Rows.time(row, "latest"),
                OriginVector.read(members(row, "claimed")));
    }

    public static Withdrawal withdrawal(Row row) {
        return new Withdrawal(
                Rows.lot(row, "lot"),
                Rows.lot(row, "pool"),
                CustodyModel.parse(row.getString("custody_model")),
                StatedElements.read(members(row, CREDITED), CREDITED).orElseThrow());
    }

    public static byte[] claimed(Pool pool) {
        return CanonicalJson.bytes(pool.claimed().json());
    }

    public static byte[] credited(Withdrawal withdrawal) {
        return CanonicalJson.bytes(
                Json.object().put(CREDITED, withdrawal.credited().json()).build());
    }

    private static Members members(Row row, String column) {
        return Members.of(CanonicalJson.parse(Rows.bytes(row, column)));
    }
}
