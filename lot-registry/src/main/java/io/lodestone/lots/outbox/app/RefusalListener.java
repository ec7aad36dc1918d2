package io.lodestone.lots.outbox.app;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.lots.custody.Disposition;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Told of every refusal, by the custody service or by this one's own view, before the answer goes out. The same one may
 * be told more than once.
 */
public interface RefusalListener {

    /**
     * @param id of the statement that was refused, or would have been made
     * @param inputs the lots that it would have used, in the order of its inputs; empty where it uses none
     */
    Uni<Void> refused(PartyId party, StatementId id, List<LotId> inputs, Disposition.Refused refusal);
}
