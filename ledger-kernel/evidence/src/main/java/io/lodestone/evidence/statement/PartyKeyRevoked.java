package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.signature.Thumbprint;

/**
 * A party's key is not taken any more after this statement. What it signed before stays accepted: the log cannot tell
 * which of that its thief signed.
 */
public record PartyKeyRevoked(Thumbprint key, Reason reason) implements Body {

    /** Why. It changes nothing about what follows; it is for those who read what the key signed before. */
    public enum Reason {
        SUPERSEDED("superseded"),
        COMPROMISED("compromised"),
        LOST("lost"),
        NO_LONGER_USED("no-longer-used");

        private final String wire;

        Reason(String wire) {
            this.wire = wire;
        }

        public static Reason parse(String text) {
            for (Reason reason : values()) {
                if (reason.wire.equals(text)) {
                    return reason;
                }
            }
            throw new IllegalArgumentException("must be superseded, compromised, lost or no-longer-used");
        }

        @Override
        public String toString() {
            return wire;
        }
    }

    static PartyKeyRevoked read(Members in) {
        return new PartyKeyRevoked(in.parsed("key", 43, Thumbprint::parse), in.parsed("reason", 16, Reason::parse));
    }

    @Override
    public Kind kind() {
        return Kind.PARTY_KEY_REVOKED;
    }

    @Override
    public JsonObject json() {
        return Json.object().putWire("key", key).putWire("reason", reason).build();
    }
}
