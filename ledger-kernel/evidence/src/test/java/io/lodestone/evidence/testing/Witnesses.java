package io.lodestone.evidence.testing;

import io.lodestone.evidence.checkpoint.Cosignature;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.WitnessKey;
import io.lodestone.evidence.signature.SigningSeed;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Witnesses with keys for tests only, and notes that they cosigned. */
public final class Witnesses {

    public static final Instant TIME = Instant.parse("2026-11-22T07:30:00Z");

    private Witnesses() {}

    public static SigningSeed seed(int number) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) (0x40 + number));
        return SigningSeed.of(seed);
    }

    public static WitnessKey key(int number) {
        return new WitnessKey("witness.example/w" + number, seed(number).publicKey());
    }

    public static Cosignature cosign(SignedNote note, int number) {
        return Cosignature.sign(note.text(), key(number), TIME, seed(number));
    }

    public static SignedNote cosigned(SignedNote note, int... numbers) {
        return note.with(Arrays.stream(numbers)
                .mapToObj(number -> cosign(note, number).line())
                .toList());
    }

    /** Of a log and all these witnesses, any {@code threshold} of which are the quorum. */
    public static String policy(String logKey, int threshold, List<Integer> numbers) {
        StringBuilder out = new StringBuilder("log " + logKey + "\n");
        numbers.forEach(it -> out.append("witness w" + it + " " + key(it) + "\n"));
        out.append("group some " + threshold);
        numbers.forEach(it -> out.append(" w" + it));
        return out.append("\nquorum some\n").toString();
    }
}
