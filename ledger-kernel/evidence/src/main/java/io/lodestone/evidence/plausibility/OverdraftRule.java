package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.acceptance.Refusal;
import java.util.Set;

/** Refused statements that would have used more of a lot than there is. */
public final class OverdraftRule {

    /** Once is a slip of the pen; this often is not. */
    private static final int OFTEN = 3;

    private static final Set<String> CODES =
            Set.of(Refusal.Code.CONSUMES_MORE_THAN_LEFT.slug(), Refusal.Code.LOT_CONSUMED.slug());

    private OverdraftRule() {}

    /** Whether a refusal with that code is an attempt at an overdraft. */
    public static boolean isOverdraft(String code) {
        return CODES.contains(code);
    }

    /** @param attempts how many statements were refused, at least one */
    public static Finding finding(int attempts) {
        return new Finding(
                AlertKind.OVERDRAFT,
                "",
                attempts >= OFTEN ? Severity.HIGH : Severity.MEDIUM,
                (attempts == 1 ? "One statement was" : attempts + " statements were")
                        + " refused that would have used more of a lot than is left of it.",
                "Compare what the plant has on its floor with what the ledger says is left; if the plant has more, the"
                        + " lot was registered or transformed with a mass too small.");
    }
}
