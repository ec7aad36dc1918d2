package io.lodestone.lots.alert;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.plausibility.Earlier.How;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import java.time.OffsetDateTime;

/**
 * That a party presented, received or let go a lot, under one thing that it can be known by again.
 *
 * @param key of its looks, or of an identifier
 * @param looks form, mass and composition
 * @param head digest of the statement that began the series of lots that look alike
 */
public record PresentedKey(
        long index, How how, Digest key, PartyId party, LotId lot, Digest looks, OffsetDateTime happened, Digest head) {

    public boolean byIdentifier() {
        return !key.equals(looks);
    }

    /** The key of an identifier. */
    public static Digest identifier(String text) {
        return Digest.sha256(
                CanonicalJson.bytes(Json.object().put("identifier", text).build()));
    }
}
