package io.lodestone.local.identity;

import io.lodestone.evidence.canonical.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a token says: who acts ({@code sub}) for whom ({@code org}), in which roles, towards which services. */
public record Claims(String subject, String organisation, List<String> groups, List<String> audiences) {

    public Claims {
        groups = List.copyOf(groups);
        audiences = List.copyOf(audiences);
    }

    Json toJson(String issuer, Instant now, Duration life, String tokenId) {
        return Json.object()
                .put("aud", Json.strings(audiences))
                .put("exp", now.plus(life).getEpochSecond())
                .put("groups", Json.strings(groups))
                .put("iat", now.getEpochSecond())
                .put("iss", issuer)
                .put("jti", tokenId)
                .put("org", organisation)
                .put("sub", subject)
                .build();
    }
}
