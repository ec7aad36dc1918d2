package io.lodestone.custody.holding;

import io.lodestone.evidence.acceptance.Holding;
import java.util.Optional;

/**
 * A version of a lot that a statement made.
 *
 * @param handedOver whether the lot is new or has another holder or owner than before
 */
public record NewVersion(HeldLot lot, boolean handedOver) {

    /** @param before the version that was spent; empty for a new lot */
    public static NewVersion of(HeldLot after, Optional<HeldLot> before) {
        Holding now = after.holding();
        boolean same = before.map(HeldLot::holding)
                .filter(was -> was.holder().equals(now.holder()) && was.owner().equals(now.owner()))
                .isPresent();
        return new NewVersion(after, !same);
    }
}
