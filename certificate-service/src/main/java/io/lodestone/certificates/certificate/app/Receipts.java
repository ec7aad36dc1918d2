package io.lodestone.certificates.certificate.app;

import io.lodestone.certificates.ledger.Ledger;
import io.lodestone.certificates.ledger.PlacedReceipt;
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

    /** Three receipts whose checkpoints are the same note. */
    record Set(PlacedReceipt issued, PlacedReceipt published, PlacedReceipt genesis) {

        String checkpoint() {
            return issued.checkpoint();
        }

        boolean agrees() {
            return published.checkpoint().equals(checkpoint())
                    && genesis.checkpoint().equals(checkpoint());
        }
    }

    /** Waits until a checkpoint covers both entries. */
    Uni<Set> of(long issued, long published) {
        return Uni.createFrom()
                .deferred(() -> once(issued, published))
                .onFailure(Receipts::passes)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(ATTEMPTS);
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof LedgerProblem problem && problem.type() == KitProblem.UNAVAILABLE;
    }

    private Uni<Set> once(long issued, long published) {
        return ledger.receipt(issued, Optional.empty()).flatMap(newest -> {
            Optional<TreeSize> size = Optional.of(newest.size());
            return ledger.receipt(published, size)
                    .flatMap(second ->
                            ledger.receipt(GENESIS, size).map(genesis -> agreed(new Set(newest, second, genesis))));
        });
    }

    private static Set agreed(Set receipts) {
        if (!receipts.agrees()) {
            throw Passing.unavailable("The log published another checkpoint meanwhile.");
        }
        return receipts;
    }
}
