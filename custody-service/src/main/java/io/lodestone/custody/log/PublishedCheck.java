package io.lodestone.custody.log;

import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.NoteVerification;
import io.lodestone.evidence.checkpoint.NoteVerification.Rejected;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.checkpoint.VerifierKey;
import java.util.Optional;

/** Whether what the database says is published is what the log has signed. */
public final class PublishedCheck {

    private PublishedCheck() {}

    /** What is wrong. */
    public static Optional<String> refusal(Published published, VerifierKey key) {
        return published.checkpoint().flatMap(note -> refusal(published, Checkpoint.open(note, key)));
    }

    private static Optional<String> refusal(Published published, NoteVerification<Checkpoint> opened) {
        if (opened instanceof Rejected<Checkpoint> rejected) {
            return Optional.of(
                    "the published checkpoint in the database is not one of this log and key: " + rejected.detail());
        }
        Checkpoint signed = ((Verified<Checkpoint>) opened).value();
        if (!signed.size().equals(published.size())) {
            return Optional.of("the published checkpoint in the database has " + signed.size()
                    + " entries, and its row says " + published.size());
        }
        return signed.root().equals(published.root())
                ? Optional.empty()
                : Optional.of("the published checkpoint in the database has another root than its row says");
    }
}
