package io.lodestone.evidence.witness;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a policy says of a checkpoint. */
public sealed interface PolicyVerdict {

    /** A witness of the policy that cosigned, by the policy's name, and when by its own clock. */
    record Cosigned(String witness, Instant time) {}

    /** Of {@code name}, which is a group or the one witness that is the quorum, {@code has} of {@code needed} cosigned. */
    record Shortfall(String name, int needed, int has, List<String> missing) {

        public Shortfall {
            missing = List.copyOf(missing);
        }

        @Override
        public String toString() {
            return name + " has " + has + " of " + needed + ", without " + String.join(", ", missing);
        }
    }

    /** The quorum cosigned, or the policy wants none. */
    record Met(Optional<String> quorum, List<Cosigned> by) implements PolicyVerdict {

        public Met {
            by = List.copyOf(by);
        }
    }

    /** Too few cosigned; the quorum's shortfall first, then those of the groups in it. */
    record Unmet(String quorum, List<Cosigned> by, List<Shortfall> missing) implements PolicyVerdict {

        public Unmet {
            by = List.copyOf(by);
            missing = List.copyOf(missing);
        }

        /** One sentence for people. */
        public String sentence() {
            return "the quorum " + quorum + " has not cosigned the checkpoint: "
                    + missing.stream().map(Shortfall::toString).collect(Collectors.joining("; "));
        }
    }

    /** Not a checkpoint of the log, or a wrong cosignature in a known witness's name. */
    record Rejected(String detail) implements PolicyVerdict {}
}
