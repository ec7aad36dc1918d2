package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.statement.Process;

/**
 * The yields of a process that surprise nobody.
 *
 * @param diffused only of what is diffused into a magnet, as far as it was not in there before
 * @param usualFrom with {@code usualTo} the range of the trade
 * @param least with {@code most} the outer bounds; {@code most} counts where no by-product was made
 * @param source where the range comes from
 */
public record YieldRange(
        Process process,
        boolean diffused,
        DecimalText usualFrom,
        DecimalText usualTo,
        DecimalText least,
        DecimalText most,
        String source) {

    static YieldRange read(Members in) {
        return new YieldRange(
                in.parsed("process", 32, Process::parse),
                in.parsed("of", 8, YieldRange::isDiffused),
                in.parsed("usualFrom", 8, DecimalText::parse),
                in.parsed("usualTo", 8, DecimalText::parse),
                in.parsed("least", 8, DecimalText::parse),
                in.parsed("most", 8, DecimalText::parse),
                in.string("source", 256));
    }

    private static boolean isDiffused(String text) {
        return switch (text) {
            case "diffused" -> true;
            case "all" -> false;
            default -> throw new IllegalArgumentException("must be all or diffused");
        };
    }
}
