package io.lodestone.verifier;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.evidence.witness.PolicyVerdict.Cosigned;
import io.lodestone.evidence.witness.PolicyVerdict.Met;
import io.lodestone.evidence.witness.TlogPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The policy that a caller gives, and how its answer reads. */
final class PolicyOption {

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            description = "A C2SP tlog-policy file: the witnesses that must have cosigned the checkpoint.")
    private @Nullable Path file;

    /** Empty where none was given; the message of what is thrown names the line that is wrong. */
    Optional<TlogPolicy> read() throws IOException {
        return file == null
                ? Optional.empty()
                : Optional.of(TlogPolicy.read(VerifyCommand.read(file, TlogPolicy.MAX_BYTES)));
    }

    /** What is missing where {@link #read} threw. */
    static String missing(Exception failure) {
        return failure instanceof FormatException
                ? "a policy file without a fault (" + failure.getMessage() + ")"
                : "a readable policy file";
    }

    /** One line for people. */
    static String text(Optional<Met> met, int lines) {
        if (met.isEmpty()) {
            return lines == 0
                    ? "no policy was given"
                    : "no policy was given, so " + lines + " cosignature(s) not checked";
        }
        String by = met.get().by().stream()
                .map(it -> it.witness() + " at " + WireTime.text(it.time()))
                .collect(Collectors.joining(", "));
        return met.get().quorum().map(it -> "quorum " + it + ": ").orElse("no quorum wanted: ")
                + (by.isEmpty() ? "none" : by);
    }

    /** The same for programs. */
    static Json json(Optional<Met> met) {
        return met.<Json>map(it -> Json.object()
                        .put("by", it.by(), PolicyOption::json)
                        .put("quorum", it.quorum().orElse(null))
                        .build())
                .orElse(Json.JsonNull.NULL);
    }

    private static JsonObject json(Cosigned cosigned) {
        return Json.object()
                .put("time", WireTime.text(cosigned.time()))
                .put("witness", cosigned.witness())
                .build();
    }
}
