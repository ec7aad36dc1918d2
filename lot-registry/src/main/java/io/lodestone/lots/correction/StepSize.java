package io.lodestone.lots.correction;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** How large a step is that stands alone in its statement, and what of it must be left out ({@code SPEC.md} 16). */
final class StepSize {

    /** What is around the step, and around the statement's body. */
    private static final int ENVELOPE_BYTES = 2_000;

    /** The longest spelling of an output, and of an input without its vector. */
    private static final int OUTPUT_BYTES = 190;

    private static final int INPUT_BYTES = 60;

    private final List<OriginVector> held;
    private final List<Integer> optional;
    private final Recomputed done;
    private final Map<Digest, Integer> uses = new HashMap<>();
    private long bytes;

    private StepSize(List<OriginVector> held, List<Integer> optional, Recomputed done, long bytes) {
        this.held = new ArrayList<>(held);
        this.optional = optional;
        this.done = done;
        this.bytes = bytes;
    }

    static StepSize of(RecordedStep step, List<OriginVector> held, Recomputed done) {
        List<Input> inputs = step.body().inputs();
        List<Integer> optional = IntStream.range(0, held.size())
                .filter(i -> {
                    StaleLot touched = done.stale().get(inputs.get(i).lot());
                    return touched != null && touched.remaining().isPresent();
                })
                .boxed()
                .toList();
        long around = ENVELOPE_BYTES
                + (long) INPUT_BYTES * held.size()
                + (long) OUTPUT_BYTES * (step.creates().size() + 1);
        StepSize size = new StepSize(held, optional, done, around);
        held.forEach(size::put);
        return size;
    }

    /** What the inputs hold, as far as a statement has room for it; the largest are left out. */
    List<OriginVector> fitting() {
        List<Integer> largest = optional.stream()
                .sorted(Comparator.comparing((Integer i) -> held.get(i).size()).reversed())
                .toList();
        for (int i : largest) {
            if (bytes <= Statement.MAX_BYTES) {
                break;
            }
            remove(held.set(i, OriginVector.EMPTY));
            put(OriginVector.EMPTY);
        }
        return List.copyOf(held);
    }

    private void put(OriginVector vector) {
        bytes += bytes(vector);
        vector.profiles().forEach(profile -> {
            if (uses.merge(profile, 1, Integer::sum) == 1) {
                bytes += bytes(profile, done);
            }
        });
    }

    private void remove(OriginVector vector) {
        bytes -= bytes(vector);
        vector.profiles().forEach(profile -> {
            if (uses.merge(profile, -1, Integer::sum) == 0) {
                bytes -= bytes(profile, done);
            }
        });
    }

    private static long bytes(OriginVector vector) {
        return CanonicalJson.bytes(vector.json()).length;
    }

    /** With the comma after it. */
    static long bytes(Digest profile, Recomputed done) {
        return CanonicalJson.bytes(Objects.requireNonNull(done.profiles().get(profile))
                                .json())
                        .length
                + 1L;
    }
}
