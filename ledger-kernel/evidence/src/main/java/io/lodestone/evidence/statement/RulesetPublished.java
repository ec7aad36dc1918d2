package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import java.time.LocalDate;

/** A ruleset is made known before any determination may use it. */
public record RulesetPublished(String rulesetId, String edition, LocalDate knownTo, Digest ruleset) implements Body {

    static RulesetPublished read(Members in) {
        return new RulesetPublished(
                in.string("rulesetId", 64),
                in.string("edition", 64),
                in.parsed("knownTo", 10, RulesetPublished::date),
                in.parsed("ruleset", 44, Digest::parse));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("must be a date such as 2026-11-22");
        }
    }

    @Override
    public Kind kind() {
        return Kind.RULESET_PUBLISHED;
    }

    @Override
    public JsonObject json() {
        return Json.object()
                .put("edition", edition)
                .putWire("knownTo", knownTo)
                .putWire("ruleset", ruleset)
                .put("rulesetId", rulesetId)
                .build();
    }
}
