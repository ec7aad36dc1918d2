package io.lodestone.evidence.checkpoint;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.checkpoint.NoteVerification.Rejected;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.signature.Signer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A C2SP signed note: a text that ends with a line feed, an empty line, and one signature line or more.
 *
 * <p>The text is what stands before the last empty line. A note that was read is written back byte for byte.
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** Room for a page of text and the largest number of post-quantum signatures. */
    public static final int MAX_LENGTH = 1 << 18;

    /** The format asks readers to take at least 16. */
    public static final int MAX_SIGNATURES = 64;

    public SignedNote {
        signatures = List.copyOf(signatures);
        NoteText.check(text);
        if (!text.endsWith("\n")) {
            throw NoteText.malformed("the text of a note ends with a line feed");
        }
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw NoteText.malformed("a note has 1 to " + MAX_SIGNATURES + " signatures");
        }
    }

    /** Reads UTF-8 bytes; {@link FormatException} unless they are a note. Verifies nothing. */
    public static SignedNote parse(byte[] note) {
        if (note.length > MAX_LENGTH) {
            throw NoteText.malformed("a note has at most " + MAX_LENGTH + " bytes");
        }
        return parse(NoteText.decode(note));
    }

    public static SignedNote parse(String note) {
        if (note.length() > MAX_LENGTH) {
            throw NoteText.malformed("a note has at most " + MAX_LENGTH + " characters");
        }
        NoteText.check(note);
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n") || split + 2 == note.length()) {
            throw NoteText.malformed("a note is a text, an empty line and signature lines");
        }
        String[] lines = note.substring(split + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MAX_SIGNATURES) {
            throw NoteText.malformed("a note has at most " + MAX_SIGNATURES + " signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>(lines.length);
        for (String line : lines) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(note.substring(0, split + 1), signatures);
    }

    /** Parses and verifies, and never throws for what the note is. */
    public static NoteVerification<SignedNote> open(String note, Collection<VerifierKey> known) {
        try {
            return parse(note).verify(known);
        } catch (FormatException e) {
            return new Rejected<>(NoteFault.MALFORMED, e.reason());
        }
    }

    /**
     * Verifies by the rules of C2SP signed-note: lines of keys that are not known are ignored, each line of a known key
     * must verify, and there must be one.
     */
    public NoteVerification<SignedNote> verify(Collection<VerifierKey> known) {
        byte[] message = NoteText.encode(text);
        boolean verified = false;
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : known) {
                if (signature.names(key)) {
                    if (!key.key().verifies(message, signature.signature())) {
                        return new Rejected<>(NoteFault.SIGNATURE_INVALID, "a signature of a known key is wrong");
                    }
                    verified = true;
                }
            }
        }
        return verified
                ? new Verified<>(this)
                : new Rejected<>(NoteFault.UNSIGNED, "no signature is by a key that is known");
    }

    /**
     * Signs a text. {@link IllegalStateException} where the signer turns out to hold another key, so that no note leaves
     * that nobody could verify.
     */
    public static SignedNote sign(String text, VerifierKey key, Signer signer) {
        byte[] message = NoteText.encode(text);
        byte[] signature = signer.sign(message);
        if (!key.key().verifies(message, signature)) {
            throw new IllegalStateException("the signer does not hold the key " + key);
        }
        return new SignedNote(text, List.of(NoteSignature.of(key, signature)));
    }

    /** The same note with the lines of this key alone; {@link FormatException} where there are none. */
    public SignedNote only(VerifierKey key) {
        return new SignedNote(
                text, signatures.stream().filter(it -> it.names(key)).toList());
    }

    /** The same note with more signature lines; {@link FormatException} where they become too many. */
    public SignedNote with(List<NoteSignature> more) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.addAll(more);
        return new SignedNote(text, all);
    }

    /** The note itself. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> out.append(signature).append('\n'));
        return out.toString();
    }
}
