package io.lodestone.evidence.checkpoint;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.checkpoint.NoteVerification.Rejected;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.InclusionProof;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.ProofCheck;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A proof of inclusion together with the checkpoint it leads to, as one file (c2sp.org/tlog-proof@v1).
 *
 * @param extra base64 that the file carries along; nothing authenticates it
 */
public record TlogProof(Optional<String> extra, InclusionProof inclusion, SignedNote checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public TlogProof {
        try {
            extra.ifPresent(TlogProof::checkBase64);
        } catch (IllegalArgumentException e) {
            throw NoteText.malformed("the extra line is strict base64");
        }
        if (inclusion.path().size() > ProofCheck.MAX_HASHES) {
            throw NoteText.malformed("a proof has at most " + ProofCheck.MAX_HASHES + " hashes");
        }
    }

    private static void checkBase64(String text) {
        if (Base64Text.decode(text).length == 0) {
            throw new IllegalArgumentException("empty");
        }
    }

    public static TlogProof parse(byte[] file) {
        return parse(NoteText.decode(file));
    }

    /** Reads a file; {@link FormatException} unless it is exactly that. Verifies nothing. */
    public static TlogProof parse(String file) {
        int split = file.indexOf("\n\n");
        if (split < 0 || file.length() > 2 * SignedNote.MAX_LENGTH) {
            throw NoteText.malformed("a proof file is a proof, an empty line and a checkpoint");
        }
        Iterator<String> lines =
                List.of(file.substring(0, split).split("\n", -1)).iterator();
        try {
            if (!lines.next().equals(HEADER)) {
                throw NoteText.malformed("a proof file begins with " + HEADER);
            }
            String line = lines.next();
            Optional<String> extra = Optional.empty();
            if (line.startsWith(EXTRA)) {
                extra = Optional.of(line.substring(EXTRA.length()));
                line = lines.next();
            }
            return new TlogProof(extra, inclusion(line, lines), SignedNote.parse(file.substring(split + 2)));
        } catch (NoSuchElementException e) {
            throw NoteText.malformed("a proof file has an index line");
        } catch (IllegalArgumentException e) {
            throw NoteText.malformed("an index is decimal and a hash is base64 of 32 bytes");
        }
    }

    private static InclusionProof inclusion(String index, Iterator<String> hashes) {
        if (!index.startsWith(INDEX)) {
            throw NoteText.malformed("a proof file has an index line");
        }
        LeafIndex leaf = LeafIndex.parse(index.substring(INDEX.length()));
        List<Digest> path = new ArrayList<>();
        while (hashes.hasNext()) {
            path.add(Digest.parse(hashes.next()));
        }
        return new InclusionProof(leaf, path);
    }

    /** Verifies checkpoint and proof for an entry's leaf hash; returns the checkpoint, or the first thing wrong. */
    public NoteVerification<Checkpoint> verify(Digest leafHash, VerifierKey log) {
        NoteVerification<Checkpoint> opened = Checkpoint.of(checkpoint, log);
        if (opened instanceof Verified<Checkpoint> verified) {
            Checkpoint head = verified.value();
            ProofCheck check = inclusion.verify(leafHash, head.size(), head.root());
            return check.valid() ? opened : new Rejected<>(NoteFault.NOT_INCLUDED, "the proof does not hold: " + check);
        }
        return opened;
    }

    /** The file. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(HEADER).append('\n');
        extra.ifPresent(it -> out.append(EXTRA).append(it).append('\n'));
        out.append(INDEX).append(inclusion.index()).append('\n');
        inclusion.path().forEach(hash -> out.append(hash).append('\n'));
        return out.append('\n').append(checkpoint).toString();
    }
}
