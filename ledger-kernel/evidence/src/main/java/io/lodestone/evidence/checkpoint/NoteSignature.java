package io.lodestone.evidence.checkpoint;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Base64Text;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** One signature line of a note: the key's name, and the base64 of its id and the signature. */
public record NoteSignature(String name, String blob) {

    private static final String DASH = "\u2014 ";
    private static final int ID_LENGTH = 4;

    public NoteSignature {
        if (!NoteText.isName(name)) {
            throw NoteText.malformed("a signature line has a name without spaces and plus signs");
        }
        try {
            if (Base64Text.decode(blob).length <= ID_LENGTH) {
                throw NoteText.malformed("a signature line has a key id and a signature");
            }
        } catch (IllegalArgumentException e) {
            throw NoteText.malformed("a signature line ends in strict base64");
        }
    }

    static NoteSignature of(VerifierKey key, byte[] signature) {
        return of(key.name(), key.keyId(), signature);
    }

    static NoteSignature of(String name, int keyId, byte[] signature) {
        byte[] blob = ByteBuffer.allocate(ID_LENGTH + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return new NoteSignature(name, Base64Text.encode(blob));
    }

    /** Reads a line without its line feed; {@link FormatException} unless it is one. */
    public static NoteSignature parse(String line) {
        if (!line.startsWith(DASH)) {
            throw NoteText.malformed("a signature line begins with an em dash and a space");
        }
        String[] parts = line.substring(DASH.length()).split(" ", -1);
        if (parts.length != 2) {
            throw NoteText.malformed("a signature line is a name, one space and base64");
        }
        return new NoteSignature(parts[0], parts[1]);
    }

    public int keyId() {
        return ByteBuffer.wrap(Base64Text.decode(blob)).getInt();
    }

    /** What follows the key id. */
    public byte[] signature() {
        byte[] bytes = Base64Text.decode(blob);
        return Arrays.copyOfRange(bytes, ID_LENGTH, bytes.length);
    }

    boolean names(VerifierKey key) {
        return name.equals(key.name()) && keyId() == key.keyId();
    }

    /** The line, without its line feed. */
    @Override
    public String toString() {
        return DASH + name + " " + blob;
    }
}
