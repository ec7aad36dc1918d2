package io.lodestone.lots.lot;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.custody.Disposition.Refused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a party may work with a lot, asked before anything is computed from what is in it. A lot that does not exist
 * and one that somebody else holds are refused alike.
 */
public final class Usable {

    private Usable() {}

    /**
     * @param pending whether the party has asked for the lot and it is not booked yet
     */
    public static Optional<Refused> refusal(@Nullable BookedLot lot, PartyId party, boolean pending, String path) {
        if (lot == null && pending) {
            return Optional.of(new Refused("lot-pending", path, "this lot is not recorded yet", 409));
        }
        if (lot == null || !lot.holder().equals(party)) {
            return refuse(Refusal.Code.NOT_HOLDER, path, "you do not hold a lot with this id");
        }
        if (lot.stale()) {
            return refuse(
                    Refusal.Code.CORRECTION_PENDING,
                    path,
                    "a correction has touched this lot; it can be used when it has been computed again");
        }
        return switch (lot.standing()) {
            case BLOCKED -> refuse(Refusal.Code.LOT_BLOCKED, path, "more of this lot was consumed than there was");
            case VOIDED -> refuse(Refusal.Code.LOT_VOIDED, path, "the statement that made this lot is void");
            case CONSUMED -> refuse(Refusal.Code.LOT_CONSUMED, path, "nothing is left of this lot");
            case OFFERED ->
                refuse(
                        Refusal.Code.LOT_OFFERED,
                        path,
                        "this lot is on offer and cannot be used until that is answered");
            case POOL -> refuse(Refusal.Code.IS_A_POOL, path, "this is a pool: material leaves it by a run of it");
            case HELD -> Optional.empty();
        };
    }

    private static Optional<Refused> refuse(Refusal.Code code, String path, String reason) {
        return Optional.of(Refused.of(code, path, reason));
    }
}
