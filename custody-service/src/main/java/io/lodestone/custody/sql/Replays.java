package io.lodestone.custody.sql;

import io.lodestone.custody.statement.Replay.Contradiction;
import io.lodestone.custody.statement.Replay.Recorded;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/**
 * Makes of recorded statements what accepting them made, by the same SQL, in the tables that the transaction's search
 * path names.
 */
public interface Replays {

    /** @param page in the order of the log; where one stands alone, it is the only one */
    Uni<List<Contradiction>> replay(SqlConnection db, String origin, List<Recorded> page);
}
