package io.lodestone.evidence.checkpoint;

import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.signature.SigningSeed;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A log of three entries with a key for tests only, and the bytes it must give. */
final class ExampleLog {

    static final SigningSeed SEED = SigningSeed.of(Base64Text.decode("AQChh2n0EjRYOgKEHIDH+hWdLy4FjHNIyla+1RdBeK0="));

    static final String VKEY =
            "local.lodestone.example/log-4f1d9c20+1190b874+Adk6tMD1i8Wj0ug7aDAnDm2eFwhtt34C6NxBGJgCsAEm";

    static final List<Digest> LEAVES = List.of(leaf("""
                    {"environment":"development","log":"local.lodestone.example/log-4f1d9c20","nullifiers":[],\
                    "previous":null,"record":null,"time":"2026-11-22T07:29:58.000Z","type":"lodestone-entry",\
                    "version":1}"""), leaf("""
                    {"log":"local.lodestone.example/log-4f1d9c20","nullifiers":[],\
                    "previous":"h7iiNxYCqCW41gdp9WwQrH4wVm4Hp++gP3rFar+sgw0=",\
                    "record":"syBfxO1vQ2shijG4KLFpA1LjFcTZSmyzYvEe3odyE4E=","time":"2026-11-22T07:30:00.120Z",\
                    "type":"lodestone-entry","version":1}"""), leaf("""
                    {"log":"local.lodestone.example/log-4f1d9c20",\
                    "nullifiers":["gz6MrU/TZyD5o0B7cw/TzC569Dh1bLNxRpOZxRsW+8U="],\
                    "previous":"SGWwJ6+zgvFU2T570bohz0PFQdVi0rbnYLMdUlS0sBM=",\
                    "record":"gjSefP06tWIu0dpdMtYSjC4pbpXC09iuC4dbMrIPnFM=","time":"2026-11-22T07:31:00.057Z",\
                    "type":"lodestone-entry","version":1}"""));

    static final String CHECKPOINT_1 = """
            local.lodestone.example/log-4f1d9c20
            1
            h7iiNxYCqCW41gdp9WwQrH4wVm4Hp++gP3rFar+sgw0=

            — local.lodestone.example/log-4f1d9c20 EZC4dJ19j6E/Yu07AvVddGvZBmoVox6XZ85FLEwEh0qCPiS5DMcYBdRRhYCRtQRF+2OarIgUiYWt7avmSPlNZmYO0g8=
            """;

    static final String PROOF_OF_0_IN_1 = """
            c2sp.org/tlog-proof@v1
            index 0

            """ + CHECKPOINT_1;

    static final String PROOF_OF_2_IN_3 = """
            c2sp.org/tlog-proof@v1
            index 2
            AChOLrQhCLt0R196sgThAe9FSYaSvRcJaUCHpEfBqfg=

            local.lodestone.example/log-4f1d9c20
            3
            BfBvms4AsVFMnrOgp3KA6O+vwQ9QgljN5mOI7N7NA8M=

            — local.lodestone.example/log-4f1d9c20 EZC4dA9oylNG03csLYZyRCh0wlYkVrS5bODz0Fjmi17If9npYRQwlyLWPOnelWfkWOGSm0Fosa4ouGtgIwTXtCXi3gk=
            """;

    private ExampleLog() {}

    private static Digest leaf(String entry) {
        return Digest.leaf(entry.getBytes(StandardCharsets.UTF_8));
    }

    /** Good for three leaves. */
    static Digest node(int level, long index) {
        return level == 0 ? LEAVES.get((int) index) : Digest.node(LEAVES.get(0), LEAVES.get(1));
    }

    static VerifierKey key() {
        return VerifierKey.parse(VKEY);
    }
}
