package io.lodestone.evidence.signature;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Base64Text;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The kinds of key by which a party may sign its statements. A later one is one more constant. */
public enum KeyType {
    /** RFC 8032, in SubjectPublicKeyInfo by RFC 8410: no parameters, so one spelling. */
    ED25519("EdDSA", "302a300506032b6570032100", Ed25519.PUBLIC_KEY_LENGTH) {
        @Override
        boolean isKey(byte[] raw) {
            return Ed25519.isPublicKey(raw);
        }

        @Override
        boolean verify(byte[] raw, byte[] message, byte[] signature) {
            return Ed25519.verify(raw, message, signature);
        }

        @Override
        JsonObject jwk(byte[] raw) {
            return Json.object()
                    .put("crv", "Ed25519")
                    .put("kty", "OKP")
                    .put("x", Base64Text.encodeUrl(raw))
                    .build();
        }
    },
    /** FIPS 186-5 and SEC 2, in SubjectPublicKeyInfo by RFC 5480: the named curve and the uncompressed point alone. */
    EC_P256("ES256", "3059301306072a8648ce3d020106082a8648ce3d030107034200", P256.PUBLIC_KEY_LENGTH) {
        @Override
        boolean isKey(byte[] raw) {
            return P256.isPublicKey(raw);
        }

        @Override
        boolean verify(byte[] raw, byte[] message, byte[] signature) {
            return P256.verify(raw, message, signature);
        }

        @Override
        JsonObject jwk(byte[] raw) {
            return Json.object()
                    .put("crv", "P-256")
                    .put("kty", "EC")
                    .put("x", Base64Text.encodeUrl(Arrays.copyOfRange(raw, 1, 33)))
                    .put("y", Base64Text.encodeUrl(Arrays.copyOfRange(raw, 33, 65)))
                    .build();
        }
    };

    private final String joseName;

    @SuppressWarnings("ImmutableEnumChecker")
    private final byte[] prefix;

    private final int rawLength;

    KeyType(String joseName, String prefix, int rawLength) {
        this.joseName = joseName;
        this.prefix = HexFormat.of().parseHex(prefix);
        this.rawLength = rawLength;
    }

    public static Optional<KeyType> ofJose(String alg) {
        for (KeyType type : values()) {
            if (type.joseName.equals(alg)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The {@code alg} of a JOSE header. */
    public String joseName() {
        return joseName;
    }

    byte[] info(byte[] raw) {
        byte[] info = Arrays.copyOf(prefix, prefix.length + rawLength);
        System.arraycopy(raw, 0, info, prefix.length, rawLength);
        return info;
    }

    /** The key itself, where the bytes are a SubjectPublicKeyInfo of this type. */
    Optional<byte[]> raw(byte[] info) {
        return info.length == prefix.length + rawLength
                        && Arrays.equals(info, 0, prefix.length, prefix, 0, prefix.length)
                ? Optional.of(Arrays.copyOfRange(info, prefix.length, info.length))
                : Optional.empty();
    }

    abstract boolean isKey(byte[] raw);

    abstract boolean verify(byte[] raw, byte[] message, byte[] signature);

    /** The members that RFC 7638 hashes. */
    abstract JsonObject jwk(byte[] raw);
}
