package io.lodestone.custody.transfer.app;

import io.lodestone.custody.statement.StatementKey;
import io.lodestone.custody.statement.Submission;
import io.lodestone.evidence.digest.Digest;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Statements made on behalf of a caller, kept before they are submitted. */
public interface Prepared {

    /** A submission and the digest of the request it was made for. */
    record Kept(Digest request, Submission submission) {}

    Uni<Optional<Kept>> find(StatementKey key);

    /** Keeps the first one under a key, and returns the one that is kept. */
    Uni<Kept> keep(Kept made);
}
