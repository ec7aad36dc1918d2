package io.lodestone.certificates.determination;

import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Uuid7;
import java.time.Instant;

/** What was asked and answered, when, and by whom it was asked. */
public record AnsweredQuestion(
        Uuid7 id,
        Instant askedAt,
        PartyId party,
        String person,
        LotVersion lot,
        Digest ruleset,
        JsonObject request,
        JsonObject answer) {}
