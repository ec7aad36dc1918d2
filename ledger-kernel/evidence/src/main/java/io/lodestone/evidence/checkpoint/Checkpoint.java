package io.lodestone.evidence.checkpoint;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.checkpoint.NoteVerification.Rejected;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.MerkleTree;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.signature.Signer;
import java.util.List;

/**
 * What a log commits to: its origin, its size and its root (C2SP tlog-checkpoint), three lines of text.
 *
 * <p>Refuses extension lines, which nothing here would understand, and another root than that of the empty tree for
 * size zero.
 */
public record Checkpoint(String origin, TreeSize size, Digest root) {

    public Checkpoint {
        if (!NoteText.isName(origin) || origin.length() > VerifierKey.MAX_NAME_LENGTH) {
            throw NoteText.malformed("an origin is not empty, without spaces and plus signs, and short");
        }
        if (size.isEmpty() && !root.equals(MerkleTree.EMPTY_ROOT)) {
            throw NoteText.malformed("an empty log has the root of the empty tree");
        }
    }

    /** Reads the text of a note; {@link FormatException} unless it is exactly a checkpoint. */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty()) {
            throw NoteText.malformed("a checkpoint is an origin, a size and a root, each on a line, and nothing more");
        }
        try {
            return new Checkpoint(lines[0], TreeSize.parse(lines[1]), Digest.parse(lines[2]));
        } catch (IllegalArgumentException e) {
            throw NoteText.malformed("a checkpoint's size is decimal and its root is base64 of 32 bytes");
        }
    }

    /** Opens a note as a checkpoint of the log with this key, whose name must be its origin. Never throws for it. */
    public static NoteVerification<Checkpoint> open(String note, VerifierKey log) {
        try {
            return of(SignedNote.parse(note), log);
        } catch (FormatException e) {
            return new Rejected<>(NoteFault.MALFORMED, e.reason());
        }
    }

    /** The same for a note that is parsed already. */
    public static NoteVerification<Checkpoint> of(SignedNote note, VerifierKey log) {
        if (note.verify(List.of(log)) instanceof Rejected<SignedNote> rejected) {
            return rejected.as();
        }
        try {
            Checkpoint checkpoint = parse(note.text());
            return checkpoint.origin.equals(log.name())
                    ? new Verified<>(checkpoint)
                    : new Rejected<>(NoteFault.ORIGIN_DIFFERS, "the checkpoint is of another log than the key");
        } catch (FormatException e) {
            return new Rejected<>(NoteFault.MALFORMED, e.reason());
        }
    }

    /** Signs with the log's key, whose name must be the origin. */
    public SignedNote sign(VerifierKey log, Signer signer) {
        if (!origin.equals(log.name())) {
            throw new IllegalArgumentException("a log signs only checkpoints of its own origin");
        }
        return SignedNote.sign(text(), log, signer);
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root + "\n";
    }
}
