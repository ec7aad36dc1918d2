package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.signature.PartyPublicKey;
import java.time.Duration;
import java.time.Instant;

/**
 * A key by which a party signs its statements from this one on, as long as it is valid and not revoked.
 *
 * @param party whose key it is: the actor, or the party to which the registrar gives its first one
 * @param name what the party calls it; nothing about persons
 * @param from first moment at which it is valid
 * @param until the moment its validity ends; not part of it
 */
public record PartyKeyAdded(PartyId party, PartyPublicKey key, String name, Instant from, Instant until)
        implements Body {

    /** Five years. A key that is lost, and so cannot be revoked, ends by itself. */
    public static final Duration MAX_VALIDITY = Duration.ofDays(1_827);

    public static final int MAX_NAME_LENGTH = 64;

    public PartyKeyAdded {
        from = WireTime.truncate(from);
        until = WireTime.truncate(until);
        if (!from.isBefore(until) || until.isAfter(from.plus(MAX_VALIDITY))) {
            throw new IllegalArgumentException("has to be after from, and at most 1827 days after it");
        }
    }

    static PartyKeyAdded read(Members in) {
        PartyId party = in.parsed("party", 36, PartyId::parse);
        PartyPublicKey key = in.parsed("key", PartyPublicKey.MAX_TEXT_LENGTH, PartyPublicKey::parse);
        String name = in.parsed("name", MAX_NAME_LENGTH, Formats::text);
        Instant from = in.parsed("from", 24, WireTime::instant);
        Instant until = in.parsed("until", 24, WireTime::instant);
        return in.made("until", () -> new PartyKeyAdded(party, key, name, from, until));
    }

    @Override
    public Kind kind() {
        return Kind.PARTY_KEY_ADDED;
    }

    @Override
    public JsonObject json() {
        return Json.object()
                .put("from", WireTime.text(from))
                .putWire("key", key)
                .put("name", name)
                .putWire("party", party)
                .put("until", WireTime.text(until))
                .build();
    }
}
