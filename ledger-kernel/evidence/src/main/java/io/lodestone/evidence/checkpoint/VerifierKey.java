package io.lodestone.evidence.checkpoint;

import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.signature.PublicKey;
import io.lodestone.evidence.signature.SignatureSuite;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public key with the name it signs notes under (C2SP signed-note, verifier keys). Its text is
 * {@code <name>+<key id, 8 hex digits>+<base64 of type and key>}; a key id that does not follow from name and key is
 * refused.
 */
public record VerifierKey(String name, PublicKey key) {

    /** A name is also the origin line of a log. */
    public static final int MAX_NAME_LENGTH = 255;

    public VerifierKey {
        if (!NoteText.isName(name) || name.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("a key name is not empty, without spaces and plus signs, and short");
        }
    }

    /** Reads the text form; {@link IllegalArgumentException} unless it is exactly that of a key of a known type. */
    public static VerifierKey parse(String vkey) {
        // The base64 may contain plus signs, the name may not.
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a verifier key has a name, a key id and a key, joined by +");
        }
        byte[] typed = Base64Text.decode(parts[2]);
        if (typed.length == 0) {
            throw new IllegalArgumentException("a verifier key has a type");
        }
        SignatureSuite suite = SignatureSuite.ofNote(typed[0])
                .orElseThrow(() -> new IllegalArgumentException("a verifier key of a type that is not known here"));
        VerifierKey key = new VerifierKey(parts[0], PublicKey.of(suite, Arrays.copyOfRange(typed, 1, typed.length)));
        if (!key.toString().equals(vkey)) {
            throw new IllegalArgumentException("the key id does not belong to this name and key");
        }
        return key;
    }

    /** First four bytes of SHA-256(name || 0x0A || type || key). */
    public int keyId() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(NoteText.encode(name));
        out.write('\n');
        out.writeBytes(typed());
        return ByteBuffer.wrap(Digest.sha256(out.toByteArray()).bytes()).getInt();
    }

    private byte[] typed() {
        byte[] raw = key.bytes();
        return ByteBuffer.allocate(1 + raw.length)
                .put(key.suite().noteType())
                .put(raw)
                .array();
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(keyId()) + "+" + Base64Text.encode(typed());
    }
}
