package io.lodestone.verifier;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. Exit codes: 0 verified, 1 rejected, 2 something required was missing. */
@Command(
        name = "lodestone-verifier",
        description = "Verifies origin certificates, receipts, lots' histories and whole logs without a network.",
        subcommands = {VerifyCommand.class, LogCommand.class, HistoryCommand.class, ProofCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Verifier.Version.class)
public final class Verifier implements Callable<Integer> {

    static final int VERIFIED = 0;
    static final int REJECTED = 1;
    static final int MISSING = 2;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        // A fault of this program says nothing about the bundle, so it is never the code for rejected.
        try {
            return execute(out, err, args);
        } catch (OutOfMemoryError | StackOverflowError e) {
            err.println("the verifier failed: " + e);
            return MISSING;
        }
    }

    private static int execute(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Verifier())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("the verifier failed: " + failure);
                    return MISSING;
                })
                .execute(args);
    }

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        command.usage(command.getErr());
        return MISSING;
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Optional.ofNullable(Verifier.class.getPackage().getImplementationVersion())
                    .orElse("(not packaged)");
            return new String[] {"lodestone-verifier " + version};
        }
    }
}
