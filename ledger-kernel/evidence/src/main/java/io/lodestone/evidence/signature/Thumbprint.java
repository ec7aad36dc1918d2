package io.lodestone.evidence.signature;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.digest.Digest;

/** The name of a public key: SHA-256 over its JWK (RFC 7638, for OKP keys RFC 8037 section 2), as base64url. */
public record Thumbprint(Digest digest) {

    public static Thumbprint of(PublicKey key) {
        return new Thumbprint(Digest.sha256(CanonicalJson.bytes(Json.object()
                .put("crv", curve(key.suite()))
                .put("kty", "OKP")
                .put("x", Base64Text.encodeUrl(key.bytes()))
                .build())));
    }

    private static String curve(SignatureSuite suite) {
        return switch (suite) {
            case ED25519 -> "Ed25519";
        };
    }

    /** Reads 43 characters of base64url; {@link IllegalArgumentException} otherwise. */
    public static Thumbprint parse(String base64url) {
        return new Thumbprint(Digest.of(Base64Text.decodeUrl(base64url)));
    }

    @Override
    public String toString() {
        return Base64Text.encodeUrl(digest.bytes());
    }
}
