package io.lodestone.evidence.witness;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.NoteVerification.Rejected;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.ConsistencyProof;
import io.lodestone.evidence.merkle.MerkleTree;
import io.lodestone.evidence.merkle.ProofCheck;
import io.lodestone.evidence.witness.WitnessVerdict.Cosigns;
import io.lodestone.evidence.witness.WitnessVerdict.Reason;
import io.lodestone.evidence.witness.WitnessVerdict.Refuses;
import java.util.List;
import java.util.Optional;

/**
 * Whether a checkpoint is cosigned: only one that the log signed and that continues, provably, the one cosigned before
 * ({@code SPEC.md} section 21). Nothing but its arguments decides.
 */
public final class WitnessDecision {

    private WitnessDecision() {}

    /**
     * @param log the key of the log that the request is about; empty for one that the witness does not know
     * @param seen what the witness remembers of it
     */
    public static WitnessVerdict on(AddCheckpoint request, Optional<VerifierKey> log, Seen seen) {
        // Step 2.
        if (log.filter(key -> key.name().equals(request.origin())).isEmpty()) {
            return new Refuses(Reason.UNKNOWN_LOG, "this witness does not know the log");
        }
        // Step 3.
        if (request.note().verify(List.of(log.get())) instanceof Rejected<SignedNote> rejected) {
            return new Refuses(Reason.NOT_SIGNED, rejected.detail());
        }
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(request.note().text());
        } catch (FormatException e) {
            return emptyWithAnotherRoot(request.note().text())
                    ? new Refuses(Reason.INCONSISTENT, "an empty log has the root of the empty tree")
                    : new Refuses(Reason.MALFORMED, e.reason());
        }
        return continues(request, checkpoint, seen);
    }

    private static WitnessVerdict continues(AddCheckpoint request, Checkpoint checkpoint, Seen seen) {
        // Step 4.
        if (request.old().compareTo(checkpoint.size()) > 0) {
            return new Refuses(Reason.MALFORMED, "the old size is above the checkpoint's");
        }
        // Step 5.
        if (!request.old().equals(seen.size())) {
            return new Refuses(Reason.OTHER_SIZE, "the last checkpoint cosigned has size " + seen.size());
        }
        // Step 6: from the empty tree there is nothing to prove, so nothing may stand there.
        if (seen.size().isEmpty() && !checkpoint.size().isEmpty()) {
            return request.proof().isEmpty()
                    ? new Cosigns(checkpoint)
                    : new Refuses(Reason.INCONSISTENT, "a proof from size 0 is empty");
        }
        ProofCheck check = new ConsistencyProof(seen.size(), checkpoint.size(), request.proof())
                .verify(seen.root(), checkpoint.root());
        return check.valid()
                ? new Cosigns(checkpoint)
                : new Refuses(Reason.INCONSISTENT, "the checkpoint does not continue the one cosigned (" + check + ")");
    }

    /** Whether nothing is wrong with the text of a checkpoint of this log but the root that size zero has. */
    private static boolean emptyWithAnotherRoot(String text) {
        String[] lines = text.split("\n", -1);
        try {
            return lines.length == 4
                    && lines[3].isEmpty()
                    && lines[1].equals("0")
                    && !Digest.parse(lines[2]).equals(MerkleTree.EMPTY_ROOT);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
