package io.lodestone.local.demo;

import io.lodestone.evidence.certificate.BundleVerifier;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.certificate.Verification;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** Changes one bit of a bundle at many places, each alone, and shows which step of the verification catches it. */
final class Tampering {

    private static final int PLACES = 200;

    private Tampering() {}

    static void show(byte[] bundle, TrustFile trust, PrintStream out) {
        BundleVerifier verifier = new BundleVerifier(trust);
        Map<Integer, Integer> caughtBy = new TreeMap<>();
        Map<Integer, String> sentences = new TreeMap<>();
        int places = Math.min(PLACES, bundle.length);
        for (int i = 0; i < places; i++) {
            int at = (int) ((long) i * bundle.length / places);
            bundle[at] ^= 0x01;
            Verification result = verifier.verify(bundle);
            bundle[at] ^= 0x01;
            if (!(result instanceof Verification.Rejected rejected)) {
                throw new DemoFailure("byte " + at + " was changed and nobody noticed");
            }
            int step = Integer.parseInt(rejected.reason().step());
            caughtBy.merge(step, 1, Integer::sum);
            sentences.put(step, rejected.reason().sentence());
        }
        out.println("  one bit changed at " + places + " places of " + bundle.length + " bytes, each alone; caught by");
        caughtBy.forEach((step, count) -> out.printf("  %5d x  step %-2d  %s%n", count, step, sentences.get(step)));
    }
}
