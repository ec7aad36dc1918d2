package io.lodestone.lots.account;

import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.plausibility.AlertLimit;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.lots.outbox.Fields;

/** A limit to be set. */
public record LimitRequest(FacilityId facility, Element element, AlertLimit limit) {

    private static final int DECIMAL = 37;

    public static LimitRequest read(Members in) {
        FacilityId facility = in.parsed("facility", 36, FacilityId::parse);
        Element element = in.parsed("element", 2, Element::parse);
        DecimalText share = in.parsed("share", DECIMAL, DecimalText::parse);
        Mass least = in.parsed("leastKg", Fields.MASS, Fields::massOrZero);
        return new LimitRequest(facility, element, in.made("share", () -> new AlertLimit(share, least)));
    }
}
