package io.lodestone.custody.access;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.AccessGranted;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.WireTime;
import java.util.OptionalLong;

/** A grant in the log, with the indices of its statements. Times are answered in UTC. */
public record GivenGrant(PartyId granter, AccessGranted grant, long grantedIndex, OptionalLong withdrawnIndex) {

    public JsonObject json() {
        JsonObject body = grant.json();
        return body.with("from", Json.string(WireTime.text(grant.from().toInstant())))
                .with("grantedIndex", Json.integer(grantedIndex))
                .with("granter", Json.string(granter.toString()))
                .with("state", Json.string(withdrawnIndex.isPresent() ? "withdrawn" : "given"))
                .with("until", Json.string(WireTime.text(grant.until().toInstant())))
                .with(
                        "withdrawnIndex",
                        withdrawnIndex.isPresent() ? Json.integer(withdrawnIndex.getAsLong()) : JsonNull.NULL);
    }
}
