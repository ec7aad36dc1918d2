package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import java.util.Optional;

/**
 * Whether a party may use a lot at the version it names. A lot that does not exist and a lot that somebody else holds
 * give the same answer, so that ids cannot be probed.
 */
final class Use {

    private Use() {}

    static Optional<Refusal> check(LedgerView view, PartyId actor, LotVersion used, String path) {
        Optional<Holding> found =
                view.lot(used.lot()).filter(lot -> lot.holder().equals(actor));
        if (found.isEmpty()) {
            return refuse(Refusal.Code.NOT_HOLDER, path, "you do not hold a lot with this id");
        }
        Holding lot = found.get();
        Optional<Refusal> unfit = fit(lot, path);
        if (unfit.isPresent()) {
            return unfit;
        }
        return switch (lot.state()) {
            case BLOCKED, VOIDED -> throw new IllegalStateException("is not fit");
            case CONSUMED -> refuse(Refusal.Code.LOT_CONSUMED, path, "nothing is left of this lot");
            case OFFERED ->
                refuse(
                        Refusal.Code.LOT_OFFERED,
                        path,
                        "this lot is on offer and cannot be used until that is answered");
            case POOL -> refuse(Refusal.Code.IS_A_POOL, path, "this is a pool: material leaves it by a run of it");
            case HELD ->
                lot.version() == used.version()
                        ? Optional.empty()
                        : refuse(
                                Refusal.Code.LOT_MOVED,
                                path,
                                "computed from version " + used.version() + ", but the lot is at version "
                                        + lot.version() + ": compute again under a new statement id");
        };
    }

    /** Whether a lot is what its holding says: not while a correction is worked off, nor if it is blocked or void. */
    static Optional<Refusal> fit(Holding lot, String path) {
        if (lot.stale()) {
            return refuse(
                    Refusal.Code.CORRECTION_PENDING,
                    path,
                    "a correction has touched this lot; it can be used when it has been computed again");
        } else if (lot.state() == Holding.State.BLOCKED) {
            return refuse(
                    Refusal.Code.LOT_BLOCKED,
                    path,
                    "of this lot " + lot.deficit() + " µg more were consumed than there were");
        } else if (lot.state() == Holding.State.VOIDED) {
            return refuse(Refusal.Code.LOT_VOIDED, path, "the statement that made this lot is void");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refuse(Refusal.Code code, String path, String reason) {
        return Optional.of(new Refusal(code, path, reason));
    }
}
