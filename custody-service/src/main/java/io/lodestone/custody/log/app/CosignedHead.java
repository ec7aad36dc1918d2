package io.lodestone.custody.log.app;

import io.lodestone.custody.log.Published;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.MerkleTree;
import io.lodestone.evidence.merkle.TreeSize;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The last published checkpoint that the operator's witnesses cosigned in sufficient number, and whether nothing beyond
 * it is shown to anybody.
 */
@Singleton
public class CosignedHead {

    private static final Published NOTHING = new Published(TreeSize.ZERO, MerkleTree.EMPTY_ROOT, Optional.empty());

    private final AtomicReference<Optional<Published>> newest = new AtomicReference<>(Optional.empty());
    private final boolean witnessed;
    private final boolean required;

    /** Until they are counted nothing is final. */
    private volatile int witnesses = SignedNote.MAX_SIGNATURES;

    @Inject
    public CosignedHead(
            @ConfigProperty(name = "lodestone.witness.policy") Optional<String> policy,
            @ConfigProperty(name = "lodestone.witness.required") boolean required) {
        this.witnessed = policy.isPresent();
        this.required = required;
    }

    /** Whether the operator would rather show nothing than what no quorum has cosigned. */
    public boolean required() {
        return required;
    }

    /** How many witnesses are asked. */
    public void witnesses(int asked) {
        witnesses = asked;
    }

    /** Whether a checkpoint has all the lines it will have: every witness's, or no witness is asked. */
    boolean isFinal(SignedNote note) {
        return !witnessed || note.signatures().size() > witnesses;
    }

    public Optional<Published> newest() {
        return newest.get();
    }

    /** A larger size than the one known; sizes are cosigned in order. */
    public void know(Published cosigned) {
        newest.updateAndGet(known ->
                known.filter(it -> it.size().compareTo(cosigned.size()) >= 0).or(() -> Optional.of(cosigned)));
    }

    /** What of the log is shown. */
    Published shown(Published published) {
        return required ? newest.get().orElse(NOTHING) : published;
    }

    /** The size of a receipt for which none was asked: the newest cosigned one that has the entry, or the newest. */
    TreeSize sizeFor(LeafIndex index, Published published) {
        return newest.get()
                .map(Published::size)
                .filter(size -> size.contains(index) && size.compareTo(published.size()) <= 0)
                .orElse(published.size());
    }
}
