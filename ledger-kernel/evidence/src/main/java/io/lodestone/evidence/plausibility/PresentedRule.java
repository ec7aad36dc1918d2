package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.plausibility.Earlier.How;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Whether a lot that a party presents is one it has had before under another id: the same delivery entered twice,
 * what had left it entered as new, or the same thing with two origins.
 */
public final class PresentedRule {

    /** Within this time two lots that look alike are alike enough to ask, even of a nominal mass. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private PresentedRule() {}

    /**
     * @param nominal whether the lot's mass is a round one
     * @param happened event time of what presents the lot now
     * @param origin of the lot as it is presented now
     */
    public static Optional<Finding> check(Earlier earlier, boolean nominal, OffsetDateTime happened, Digest origin) {
        if (!earlier.byIdentifier() && !alike(earlier, nominal, happened)) {
            return Optional.empty();
        }
        if (earlier.how() == How.DEPARTED && earlier.sameLooks()) {
            return Optional.of(circular());
        }
        return Optional.of(
                earlier.origin().equals(origin) ? repeated(earlier, nominal) : contradicted(earlier, nominal));
    }

    /** Without an identifier a round mass says little, and a weighed one much. */
    private static boolean alike(Earlier earlier, boolean nominal, OffsetDateTime happened) {
        boolean close = Duration.between(earlier.happened().toInstant(), happened.toInstant())
                        .abs()
                        .compareTo(A_DAY)
                <= 0;
        return switch (earlier.how()) {
            case REGISTERED -> close;
            case RECEIVED, DEPARTED -> !nominal;
        };
    }

    private static Finding circular() {
        return new Finding(
                AlertKind.CIRCULAR,
                "",
                Severity.HIGH,
                "A lot is registered as new that has the form, mass and composition of a lot which you handed over"
                        + " before.",
                "If it came back, have it offered to you and accept it: registering it anew makes the same material"
                        + " twice.");
    }

    private static Finding repeated(Earlier earlier, boolean nominal) {
        boolean weak = nominal && !earlier.byIdentifier();
        return new Finding(
                AlertKind.REPEATED_DELIVERY,
                earlier.how() == How.RECEIVED ? "received" : "registered",
                weak ? Severity.LOW : Severity.MEDIUM,
                earlier.byIdentifier()
                        ? "A lot bears the external identifier of another lot of yours."
                        : "Lots with the same form, mass and composition are presented under different ids.",
                "Compare the delivery notes; if both are one delivery, correct the second, and use the lot that was"
                        + " handed to you in its place.");
    }

    private static Finding contradicted(Earlier earlier, boolean nominal) {
        boolean weak = nominal && !earlier.byIdentifier();
        return new Finding(
                AlertKind.ORIGIN_CONTRADICTED,
                "presented",
                weak ? Severity.LOW : Severity.HIGH,
                "A lot is presented with an origin other than that of a lot of yours which "
                        + (earlier.byIdentifier() ? "bears the same external identifier." : "looks the same."),
                "Find out which origin is true before the lot is used, and correct the other statement.");
    }
}
