package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.digest.Digest;

/**
 * The 256-bit secret of one lot version ({@code SPEC.md} section 3). Its {@link #spendKey} stands in the acceptance
 * record that makes the version, its {@link #nullifier} in the public entry that spends it. Nobody links the two
 * without the secret; the same nullifier twice proves two histories of one lot.
 */
public record SpendSecret(LotId lot, String text) {

    public SpendSecret {
        if (text.length() != 44 || Base64Text.decode(text).length != Digest.LENGTH) {
            throw new IllegalArgumentException("must be 32 bytes in base64");
        }
    }

    public static SpendSecret of(LotId lot, byte[] random) {
        return new SpendSecret(lot, Base64Text.encode(random));
    }

    public Digest spendKey() {
        return digest("lodestone-spend-key");
    }

    public Digest nullifier() {
        return digest("lodestone-nullifier");
    }

    private Digest digest(String type) {
        return Digest.sha256(CanonicalJson.bytes(Json.object()
                .putWire("lot", lot)
                .put("secret", text)
                .put("type", type)
                .build()));
    }
}
