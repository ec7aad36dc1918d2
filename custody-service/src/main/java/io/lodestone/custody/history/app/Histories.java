package io.lodestone.custody.history.app;

import io.lodestone.custody.history.StoredVersion;
import io.lodestone.custody.history.Viewer;
import io.lodestone.custody.history.app.HistoryQueries.Found;
import io.lodestone.custody.log.app.LogKey;
import io.lodestone.custody.log.app.Proofs;
import io.lodestone.custody.problem.CustodyProblem;
import io.lodestone.evidence.certificate.Genesis;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.history.LotHistory;
import io.lodestone.evidence.history.MadeVersion;
import io.lodestone.evidence.merkle.InclusionProof;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.kit.problem.LedgerProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A lot's own history as one file, over the checkpoint that is published now. */
@Singleton
public class Histories {

    private final HistoryQueries queries;
    private final Proofs proofs;
    private final LogKey key;

    @Inject
    Histories(HistoryQueries queries, Proofs proofs, LogKey key) {
        this.queries = queries;
        this.proofs = proofs;
        this.key = key;
    }

    /**
     * A file, and what to begin after for the next.
     *
     * @param more empty on the last one that the viewer sees now
     */
    public record Part(LotHistory history, Optional<Long> more) {}

    /**
     * Versions that follow each other, from the first one after {@code after} that the viewer sees; empty where it sees
     * none.
     */
    public Uni<Optional<Part>> of(LotId lot, Viewer viewer, long after, int limit) {
        return queries.versions(lot, viewer, after, limit + 1)
                .chain(found -> found.versions().isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : proofs.checkpoint().chain(note -> part(lot, found, limit, note)));
    }

    private Uni<Optional<Part>> part(LotId lot, Found found, int limit, String checkpoint) {
        SignedNote note = ownLine(SignedNote.parse(checkpoint));
        TreeSize size = Checkpoint.parse(note.text()).size();
        List<StoredVersion> run = run(found.versions(), limit, size);
        if (run.isEmpty()) {
            return Uni.createFrom()
                    .failure(new LedgerProblem(
                                    CustodyProblem.NOT_PUBLISHED, "The next checkpoint will cover its first version.")
                            .retryAfter(Duration.ofSeconds(1)));
        }
        long last = run.get(run.size() - 1).version();
        boolean more = found.last() > last;
        List<LeafIndex> leaves = new ArrayList<>();
        leaves.add(new LeafIndex(0));
        run.forEach(version -> leaves.add(new LeafIndex(version.index())));
        return Uni.combine()
                .all()
                .unis(proofs.entry(new LeafIndex(0)), proofs.paths(leaves, size))
                .asTuple()
                .map(both -> Optional.of(new Part(
                        history(lot, note, run, both.getItem1(), both.getItem2()),
                        more ? Optional.of(last) : Optional.empty())));
    }

    /** Lines of others lie outside every step of the verification, so a file has none. */
    private SignedNote ownLine(SignedNote note) {
        VerifierKey own = key.verifier();
        return new SignedNote(
                note.text(),
                note.signatures().stream()
                        .filter(line -> line.name().equals(own.name()) && line.keyId() == own.keyId())
                        .toList());
    }

    /** The published ones that follow on the first without a gap: a viewer may not see all of them. */
    private static List<StoredVersion> run(List<StoredVersion> found, int limit, TreeSize size) {
        List<StoredVersion> run = new ArrayList<>();
        for (StoredVersion next : found) {
            boolean follows = next.version() == found.get(0).version() + run.size();
            if (!follows || run.size() == limit || !size.contains(new LeafIndex(next.index()))) {
                return run;
            }
            run.add(next);
        }
        return run;
    }

    private static LotHistory history(
            LotId lot, SignedNote note, List<StoredVersion> run, Entry genesis, List<InclusionProof> paths) {
        List<MadeVersion> versions = new ArrayList<>(run.size());
        for (int i = 0; i < run.size(); i++) {
            StoredVersion stored = run.get(i);
            versions.add(new MadeVersion(stored.entry(), paths.get(i + 1), stored.record(), stored.spent()));
        }
        return new LotHistory(note.toString(), new Genesis(genesis, paths.get(0).path()), lot, versions);
    }
}
