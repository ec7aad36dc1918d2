package io.lodestone.verifier;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.certificate.TrustFile.TrustedLog;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.NoteVerification;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.TlogProof;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.witness.PolicyVerdict;
import io.lodestone.evidence.witness.PolicyVerdict.Met;
import io.lodestone.evidence.witness.PolicyVerdict.Unmet;
import io.lodestone.evidence.witness.TlogPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies the receipt of one entry: that the log, and the witnesses of a policy, stand for a tree that has it. */
@Command(
        name = "proof",
        description = "Verifies a .tlog-proof file: 0 verified, 1 rejected, 2 something required was missing.",
        mixinStandardHelpOptions = true,
        versionProvider = Verifier.Version.class)
final class ProofCommand implements Callable<Integer> {

    private static final int MAX_ENTRY = 65_535;

    @Parameters(paramLabel = "PROOF", description = "The .tlog-proof file.")
    private Path proof;

    @Option(names = "--entry", paramLabel = "ENTRY", required = true, description = "The entry's bytes.")
    private Path entry;

    @Option(names = "--trust", paramLabel = "TRUST", required = true, description = "The trust file: the log's key.")
    private Path trust;

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            TrustFile trusted = TrustFile.read(VerifyCommand.read(trust, CanonicalJson.MAX_DOCUMENT_BYTES));
            return verify(trusted, policy.read(), out);
        } catch (IOException e) {
            out.println("INCOMPLETE a readable file: " + e.getMessage());
        } catch (FormatException e) {
            out.println("INCOMPLETE a trust file and policy without a fault (" + e.getMessage() + ")");
        }
        return Verifier.MISSING;
    }

    private int verify(TrustFile trusted, Optional<TlogPolicy> wanted, PrintWriter out) throws IOException {
        TlogProof read;
        Entry leaf;
        try {
            read = TlogProof.parse(VerifyCommand.read(proof, 2 * SignedNote.MAX_LENGTH));
            leaf = Entry.parse(VerifyCommand.read(entry, MAX_ENTRY));
        } catch (FormatException e) {
            return rejected(out, "the proof or the entry is malformed: " + e.reason());
        }
        Optional<TrustedLog> log =
                trusted.log(Checkpoint.parse(read.checkpoint().text()).origin());
        if (log.isEmpty() || !leaf.log().equals(log.get().key().name())) {
            return rejected(out, "the proof or the entry is of a log that the trust file does not name");
        }
        NoteVerification<Checkpoint> verified =
                read.verify(leaf.leafHash(), log.get().key());
        if (verified instanceof NoteVerification.Rejected<Checkpoint> rejected) {
            return rejected(out, rejected.detail());
        }
        Optional<PolicyVerdict> verdict =
                wanted.map(it -> it.judge(read.checkpoint(), log.get().key()));
        if (verdict.isPresent() && !(verdict.get() instanceof Met)) {
            return rejected(
                    out,
                    verdict.get() instanceof Unmet unmet
                            ? unmet.sentence()
                            : ((PolicyVerdict.Rejected) verdict.get()).detail());
        }
        report(out, read, verdict.map(Met.class::cast));
        return Verifier.VERIFIED;
    }

    private static int rejected(PrintWriter out, String why) {
        out.println("REJECTED " + why);
        return Verifier.REJECTED;
    }

    private static void report(PrintWriter out, TlogProof proof, Optional<Met> met) {
        Checkpoint checkpoint = Checkpoint.parse(proof.checkpoint().text());
        Digest root = checkpoint.root();
        out.println("VERIFIED entry " + proof.inclusion().index() + " of the log " + checkpoint.origin());
        out.println("  checkpoint      size " + checkpoint.size() + ", root " + root + ", signed");
        out.println("  witnesses       "
                + PolicyOption.text(met, proof.checkpoint().signatures().size() - 1));
    }
}
