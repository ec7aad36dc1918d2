package io.lodestone.certificates.determination;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.determination.OriginPolicy;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.ruleset.Days;
import io.lodestone.evidence.statement.LotId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a lot: one shipment on several days under several origin policies.
 *
 * @param mass of the shipment; empty for all that is left of the lot
 * @param edition of the ruleset; empty for the current one
 */
public record Question(
        LotId lot,
        Optional<Mass> mass,
        Optional<String> edition,
        List<LocalDate> dates,
        List<OriginPolicy> policies,
        ShipmentFacts facts) {

    /** Each day is a determination of its own for each policy; more are asked for in a second request. */
    public static final int MAX_DATES = 32;

    /** Takes the members of a request. */
    public static Question read(Members in) {
        List<LocalDate> dates = in.strings("dates", MAX_DATES, 10, Days::parse);
        List<OriginPolicy> policies = in.optional("originPolicies").isPresent()
                ? in.strings("originPolicies", OriginPolicy.values().length, 16, OriginPolicy::parse)
                : List.of(OriginPolicy.TRACED_THROUGH);
        if (dates.isEmpty() || policies.isEmpty()) {
            String empty = dates.isEmpty() ? "dates" : "originPolicies";
            throw new FormatException(Fault.OUT_OF_BOUNDS, in.path(empty), "needs at least one item");
        }
        return new Question(
                in.parsed("lot", 36, LotId::parse),
                in.optionalParsed("massKg", 32, Mass::parseKg),
                in.optionalString("edition", 64),
                dates,
                policies,
                ShipmentFacts.read(in));
    }
}
