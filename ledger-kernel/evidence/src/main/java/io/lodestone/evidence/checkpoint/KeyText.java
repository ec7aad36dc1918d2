package io.lodestone.evidence.checkpoint;

import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.signature.PublicKey;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** The text form that keys of every type have in C2SP signed-note, and the id that follows from name, type and key. */
final class KeyText {

    private KeyText() {}

    /** Makes a key out of the parts of its text. */
    interface Maker<K> {
        K of(String name, byte type, byte[] raw);
    }

    /** Reads the text form; {@link IllegalArgumentException} unless the key that is made of it has just this text. */
    static <K> K parse(String vkey, Maker<K> maker) {
        // The base64 may contain plus signs, the name may not.
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a verifier key has a name, a key id and a key, joined by +");
        }
        byte[] typed = Base64Text.decode(parts[2]);
        if (typed.length == 0) {
            throw new IllegalArgumentException("a verifier key has a type");
        }
        K key = maker.of(parts[0], typed[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.toString().equals(vkey)) {
            throw new IllegalArgumentException("the key id does not belong to this name and key");
        }
        return key;
    }

    static void checkName(String name) {
        if (!NoteText.isName(name) || name.length() > VerifierKey.MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("a key name is not empty, without spaces and plus signs, and short");
        }
    }

    /** First four bytes of SHA-256(name || 0x0A || type || key). */
    static int id(String name, byte type, PublicKey key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(NoteText.encode(name));
        out.write('\n');
        out.writeBytes(typed(type, key));
        return ByteBuffer.wrap(Digest.sha256(out.toByteArray()).bytes()).getInt();
    }

    static String text(String name, byte type, PublicKey key) {
        return name + "+" + HexFormat.of().toHexDigits(id(name, type, key)) + "+" + Base64Text.encode(typed(type, key));
    }

    private static byte[] typed(byte type, PublicKey key) {
        byte[] raw = key.bytes();
        return ByteBuffer.allocate(1 + raw.length).put(type).put(raw).array();
    }
}
