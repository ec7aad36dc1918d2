package io.lodestone.custody.witness.app;

import io.lodestone.evidence.checkpoint.Cosignature;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.statement.Uuid7;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Cosignatures, and whose turn it is to ask for them. */
public interface CosignatureStore {

    /** Whether {@code instance} may ask until then: it has the turn already, or nobody has. */
    Uni<Boolean> turn(Uuid7 instance, Instant now, Instant until);

    /** The largest size that each of these witnesses cosigned, by its verifier key. */
    Uni<Map<String, TreeSize>> last(List<String> witnesses);

    /** Those already kept stay as they are. */
    Uni<Void> keep(TreeSize size, List<Cosignature> cosignatures);

    /** The checkpoints that some witness cosigned, with all lines, the largest first. */
    Uni<List<String>> recent(int max);
}
