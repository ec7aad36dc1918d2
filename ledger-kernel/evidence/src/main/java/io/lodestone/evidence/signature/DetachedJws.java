package io.lodestone.evidence.signature;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.digest.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A signature that stands beside the bytes it is of: compact JWS with detached, unencoded payload (RFC 7515 appendix F,
 * RFC 7797).
 *
 * <p>The protected header is canonical JSON of exactly {@code alg}, {@code b64} (false), {@code crit} (just b64),
 * {@code kid} (the key's thumbprint) and {@code typ}; so key and use are signed too, and nothing signed for one use is
 * good for another. One key and one signature of 64 bytes give one text.
 */
public final class DetachedJws {

    public static final String STATEMENT = "lodestone-statement";

    /** A header of the longest names, two full stops and a signature. */
    public static final int MAX_LENGTH = 320;

    private static final int MAX_HEADER_BYTES = 192;

    private final KeyType type;
    private final Thumbprint key;
    private final String text;
    private final byte[] signature;
    private volatile Optional<Checked> checked = Optional.empty();

    /** A question that was asked, and its answer: which follows from it, so whoever asked first does not matter. */
    private record Checked(PartyPublicKey by, Digest payload, boolean good) {

        private boolean isOf(PartyPublicKey key, byte[] bytes) {
            return by.equals(key) && payload.equals(Digest.sha256(bytes));
        }
    }

    private DetachedJws(KeyType type, Thumbprint key, String text, byte[] signature) {
        this.type = type;
        this.key = key;
        this.text = text;
        this.signature = signature;
    }

    /** Signs; {@link IllegalStateException} where the signer turns out to hold another key. */
    public static DetachedJws sign(String typ, PartyPublicKey key, byte[] payload, Signer signer) {
        String header = header(typ, key.type(), key.thumbprint());
        byte[] signature = signer.sign(input(header, payload));
        if (!key.verifies(input(header, payload), signature)) {
            throw new IllegalStateException("the signer does not hold this key, or signs in another form");
        }
        return new DetachedJws(
                key.type(), key.thumbprint(), header + ".." + Base64Text.encodeUrl(signature), signature);
    }

    /** Reads the text; {@link IllegalArgumentException} unless it is exactly of this form and for that use. */
    public static DetachedJws parse(String typ, String text) {
        String[] parts = text.split("\\.", -1);
        if (text.length() > MAX_LENGTH || parts.length != 3 || !parts[1].isEmpty()) {
            throw new IllegalArgumentException("must be a compact JWS whose payload is left out");
        }
        Members in = Members.of(CanonicalJson.parse(Base64Text.decodeUrl(parts[0]), MAX_HEADER_BYTES));
        KeyType type = KeyType.ofJose(in.string("alg", 16))
                .orElseThrow(() -> new IllegalArgumentException("must be signed with EdDSA or ES256"));
        Thumbprint key = in.parsed("kid", 43, Thumbprint::parse);
        byte[] signature = Base64Text.decodeUrl(parts[2]);
        if (signature.length != 64 || !header(typ, type, key).equals(parts[0])) {
            throw new IllegalArgumentException(
                    "must have a signature of 64 bytes under a header of exactly alg, b64, crit, kid and typ, in canonical"
                            + " JSON, with typ " + typ);
        }
        return new DetachedJws(type, key, text, signature);
    }

    /** The protected header, in base64url: with a full stop and the payload after it, it is what has to be signed. */
    public static String header(String typ, KeyType type, Thumbprint key) {
        JsonObject header = Json.object()
                .put("alg", type.joseName())
                .put("b64", false)
                .put("crit", Json.strings(List.of("b64")))
                .put("kid", key.toString())
                .put("typ", typ)
                .build();
        return Base64Text.encodeUrl(CanonicalJson.bytes(header));
    }

    /** The bytes that the signature is over. */
    public static byte[] input(String header, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(header.length() + 1 + payload.length);
        out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        out.write('.');
        out.writeBytes(payload);
        return out.toByteArray();
    }

    /**
     * Whether it is by this key over this payload. The last answer is remembered, so that the arithmetic can be done
     * where there is time for it, ahead of the place where the answer counts.
     */
    public boolean verifies(PartyPublicKey by, byte[] payload) {
        return checked.filter(last -> last.isOf(by, payload))
                .orElseGet(() -> check(by, payload))
                .good();
    }

    /** Finds out now what {@link #verifies} will be asked. */
    public void ahead(PartyPublicKey by, byte[] payload) {
        Checked ignored = check(by, payload);
    }

    private Checked check(PartyPublicKey by, byte[] payload) {
        Checked answer = new Checked(by, Digest.sha256(payload), isBy(by, payload));
        checked = Optional.of(answer);
        return answer;
    }

    private boolean isBy(PartyPublicKey by, byte[] payload) {
        return by.type() == type
                && by.thumbprint().equals(key)
                && by.verifies(input(text.substring(0, text.indexOf('.')), payload), signature);
    }

    /** The key that it says it is by. */
    public Thumbprint key() {
        return key;
    }

    /** SHA-256 of the text. */
    public Digest digest() {
        return Digest.sha256(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DetachedJws that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
