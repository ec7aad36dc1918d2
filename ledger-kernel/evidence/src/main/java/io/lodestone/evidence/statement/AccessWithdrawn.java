package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;

/** A party ends a permission it gave. What the auditor has read by then it has read. */
public record AccessWithdrawn(GrantId grant) implements Body {

    static AccessWithdrawn read(Members in) {
        return new AccessWithdrawn(in.parsed("grant", 36, GrantId::parse));
    }

    @Override
    public Kind kind() {
        return Kind.ACCESS_WITHDRAWN;
    }

    @Override
    public JsonObject json() {
        return Json.object().putWire("grant", grant).build();
    }
}
