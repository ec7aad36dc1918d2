package io.lodestone.evidence.determination;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of one controlled element a lot holds, and how much of that is China-origin: at least {@code lower}, at
 * most {@code upper}.
 */
public record ControlledContent(Element element, Mass total, Mass lower, Mass upper) {

    /** The elements of Part 1 of No. 61's annex, which are those of No. 18. */
    public static final Set<Element> PART_1 =
            Set.of(Element.SM, Element.GD, Element.TB, Element.DY, Element.LU, Element.SC, Element.Y);

    /** The controlled elements that the lot holds, sorted by symbol. */
    static List<ControlledContent> of(OriginVector vector, Map<Digest, OriginProfile> profiles, OriginPolicy policy) {
        List<ControlledContent> contents = new ArrayList<>();
        for (Element element : vector.rows().keySet()) {
            if (PART_1.contains(element)) {
                contents.add(of(element, vector, profiles, policy));
            }
        }
        return List.copyOf(contents);
    }

    private static ControlledContent of(
            Element element, OriginVector vector, Map<Digest, OriginProfile> profiles, OriginPolicy policy) {
        Mass lower = Mass.ZERO;
        Mass upper = Mass.ZERO;
        for (OriginVector.Row row : vector.rowList()) {
            OriginProfile profile = profiles.get(row.profile());
            if (row.element() == element && profile != null) {
                OriginPolicy.Reading reading = policy.read(profile);
                lower = reading == OriginPolicy.Reading.CHINA ? lower.plus(row.mass()) : lower;
                upper = reading == OriginPolicy.Reading.NOT_CHINA ? upper : upper.plus(row.mass());
            }
        }
        return new ControlledContent(element, vector.of(element), lower, upper);
    }
}
