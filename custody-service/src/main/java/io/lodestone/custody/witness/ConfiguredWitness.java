package io.lodestone.custody.witness;

import io.lodestone.evidence.checkpoint.WitnessKey;
import io.lodestone.evidence.witness.TlogPolicy;
import java.util.List;

/** A witness that is asked: one of the policy's with a URL. */
public record ConfiguredWitness(String name, WitnessKey key, WitnessUrl url) {

    /** A note has 64 lines at most, one of them the log's; a round asks all at once. */
    public static final int MAX = 32;

    /** {@link IllegalArgumentException} where a URL is none, or there are too many. */
    public static List<ConfiguredWitness> of(TlogPolicy policy) {
        List<ConfiguredWitness> all = policy.witnesses().stream()
                .filter(witness -> witness.url().isPresent())
                .map(witness -> new ConfiguredWitness(
                        witness.name(),
                        witness.key(),
                        WitnessUrl.parse(witness.url().orElseThrow())))
                .toList();
        if (all.size() > MAX) {
            throw new IllegalArgumentException("at most " + MAX + " witnesses are asked");
        }
        return all;
    }
}
