package io.lodestone.evidence.party;

import io.lodestone.evidence.quantity.Ratio;
import java.util.List;

/**
 * What some owners hold of a party, by each of the readings that rules on "50 % or more" allow.
 *
 * @param majorities whether a chain of holdings of half or more leads to one of them
 * @param product what they hold by multiplying along every chain
 * @param summed what owners hold directly that are among them, or are theirs by half or more
 * @param possible whether a reading could reach half if they also held all that nobody is stated to hold
 */
public record Holdings(boolean majorities, Ratio product, Ratio summed, boolean possible) {

    /** The answer to "half or more"; undetermined where the readings differ or holdings may be missing. */
    public enum Half {
        YES,
        NO,
        UNDETERMINED
    }

    public Half half() {
        List<Boolean> readings = List.of(majorities, atLeastHalf(product), atLeastHalf(summed));
        if (!readings.contains(false)) {
            return Half.YES;
        }
        return readings.contains(true) || possible ? Half.UNDETERMINED : Half.NO;
    }

    private static boolean atLeastHalf(Ratio share) {
        return share.compareTo(Ownership.HALF) >= 0;
    }
}
