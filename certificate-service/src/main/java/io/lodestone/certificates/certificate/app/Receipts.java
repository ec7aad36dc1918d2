package io.lodestone.certificates.certificate.app;

import io.lodestone.certificates.ledger.Ledger;
import io.lodestone.certificates.ledger.PlacedReceipt;
import io.lodestone.certificates.session.Contexts;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.problem.Passing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Fetches the receipts of a bundle, all of them at one checkpoint. */
@Singleton
public class Receipts {

    /** A checkpoint is published every tenth of a second or so. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(30);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    /** Some ten seconds; afterwards the certificate is taken up again by itself. */
    private static final int ATTEMPTS = 40;

    private static final long GENESIS = 0;

    private final Ledger ledger;

    @Inject
    Receipts(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Three receipts whose proofs lead to the one checkpoint. */
    record Set(String checkpoint, PlacedReceipt issued, PlacedReceipt published, PlacedReceipt genesis) {}

    /** Waits until a checkpoint covers both entries. */
    Uni<Set> of(long issued, long published) {
        Uni<Set> patiently = Uni.createFrom()
                .deferred(() -> once(issued, published))
                .onFailure(Receipts::passes)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(ATTEMPTS);
        return Contexts.returning(patiently);
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof LedgerProblem problem && problem.type() == KitProblem.UNAVAILABLE;
    }

    private Uni<Set> once(long issued, long published) {
        return ledger.receipt(issued, Optional.empty()).flatMap(newest -> {
            String note = newest.checkpoint().orElseThrow(Receipts::moved);
            Checkpoint head = Checkpoint.parse(SignedNote.parse(note).text());
            Optional<TreeSize> size = Optional.of(head.size());
            return ledger.receipt(published, size)
                    .flatMap(second -> ledger.receipt(GENESIS, size)
                            .map(genesis -> agreed(new Set(note, newest, second, genesis), head)));
        });
    }

    private static Set agreed(Set found, Checkpoint head) {
        if (!found.issued().isIn(head)
                || !found.published().isIn(head)
                || !found.genesis().isIn(head)) {
            throw moved();
        }
        return found;
    }

    private static LedgerProblem moved() {
        return Passing.unavailable("The log published another checkpoint meanwhile.");
    }
}
