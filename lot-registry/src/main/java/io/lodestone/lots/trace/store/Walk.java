package io.lodestone.lots.trace.store;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.lots.trace.Direction;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

/**
 * A stored walk and how far it has come.
 *
 * @param asOf the last statement of the log that it looks at: what is stated later changes none of its pages
 * @param lots how many it has found, the lot asked about among them
 * @param parent position of the lot whose edges come next
 * @param index and place: the last of that lot's edges that was looked at
 * @param whole whether there are no more
 */
public record Walk(
        UUID id,
        LotId root,
        Direction direction,
        long asOf,
        int lots,
        int parent,
        long index,
        int place,
        boolean whole) {

    static Walk read(Row row) {
        return new Walk(
                row.getUUID("id"),
                new LotId(new Uuid7(row.getUUID("root"))),
                Direction.valueOf(row.getString("direction")),
                row.getLong("as_of"),
                row.getInteger("lots"),
                row.getInteger("next_parent"),
                row.getLong("next_index"),
                row.getInteger("next_place"),
                row.getBoolean("whole"));
    }

    /** Whether the lots before that position are all there, or all there will be. */
    public boolean reaches(int position) {
        return whole || lots >= position;
    }
}
