package io.lodestone.evidence.certificate;

import static io.lodestone.evidence.certificate.Rejection.unless;
import static io.lodestone.evidence.certificate.RejectionReason.CHECKPOINT_SIGNATURE;
import static io.lodestone.evidence.certificate.RejectionReason.GENESIS;
import static io.lodestone.evidence.certificate.RejectionReason.LOG_NOT_TRUSTED;
import static io.lodestone.evidence.certificate.RejectionReason.NOT_INCLUDED;
import static io.lodestone.evidence.certificate.RejectionReason.NOT_WITNESSED;
import static io.lodestone.evidence.certificate.RejectionReason.RECORD_NOT_ENTERED;
import static io.lodestone.evidence.certificate.RejectionReason.STATEMENT_NOT_ACCEPTED;
import static io.lodestone.evidence.certificate.RejectionReason.TIME;
import static io.lodestone.evidence.certificate.RejectionReason.WRONG_LOG;

import io.lodestone.evidence.acceptance.Acceptance;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.certificate.TrustFile.TrustedLog;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.Cosignature;
import io.lodestone.evidence.checkpoint.NoteVerification;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.merkle.InclusionProof;
import io.lodestone.evidence.merkle.ProofCheck;
import io.lodestone.evidence.statement.AcceptanceRecord.LotLink;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.witness.PolicyVerdict;
import io.lodestone.evidence.witness.PolicyVerdict.Met;
import io.lodestone.evidence.witness.PolicyVerdict.Unmet;
import io.lodestone.evidence.witness.TlogPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Steps 2 to 9 of {@code SPEC.md} section 9: from the checkpoint's signature down to each statement.
 *
 * @param met what the policy says of it; empty without one
 * @param cosignatures the lines beside the log's own
 */
record LogCheck(TrustedLog log, Checkpoint checkpoint, Optional<Met> met, int cosignatures) {

    static LogCheck open(String note, TrustFile trust, Optional<TlogPolicy> policy) {
        SignedNote signed;
        String origin;
        try {
            signed = SignedNote.parse(note);
            origin = Checkpoint.parse(signed.text()).origin();
        } catch (FormatException e) {
            throw new Rejection(CHECKPOINT_SIGNATURE, "the checkpoint is malformed: " + e.reason());
        }
        // Step 2.
        Optional<TrustedLog> log = trust.log(origin);
        unless(log.isPresent(), LOG_NOT_TRUSTED, "the origin line of the checkpoint is not in the trust file");
        // Step 3. A line that is neither the log's nor of a witness's form would lie outside every check.
        VerifierKey key = log.get().key();
        NoteVerification<Checkpoint> opened = Checkpoint.of(signed, key);
        if (opened instanceof NoteVerification.Rejected<Checkpoint> rejected) {
            throw new Rejection(CHECKPOINT_SIGNATURE, rejected.detail());
        }
        int cosignatures =
                (int) signed.signatures().stream().filter(Cosignature::hasForm).count();
        unless(
                signed.signatures().size() == 1 + cosignatures
                        && signed.only(key).signatures().size() == 1,
                CHECKPOINT_SIGNATURE,
                "a signature line is not of a known key");
        // Step 3a.
        Optional<Met> met = policy.map(it -> met(it.judge(signed, key)));
        return new LogCheck(log.get(), ((NoteVerification.Verified<Checkpoint>) opened).value(), met, cosignatures);
    }

    private static Met met(PolicyVerdict verdict) {
        if (verdict instanceof Met met) {
            return met;
        }
        throw new Rejection(
                NOT_WITNESSED,
                verdict instanceof Unmet unmet ? unmet.sentence() : ((PolicyVerdict.Rejected) verdict).detail());
    }

    /** Step 4. */
    void genesis(Genesis genesis) {
        Entry entry = genesis.entry();
        unless(entry.environment().isPresent(), GENESIS, "it is not a first entry");
        unless(
                entry.environment().equals(Optional.of(log.environment().wire())),
                GENESIS,
                "the log's environment is not the one the trust file names");
        unless(entry.log().equals(checkpoint.origin()), GENESIS, "entry 0 is of another log");
        included(entry, genesis.proof(), "genesis");
    }

    /** Steps 5 to 9 for one receipt. */
    void receipt(Receipt receipt, String name) {
        Statement statement = receipt.statement();
        // Step 5: the record is that of this statement, and names just the lot versions it makes.
        unless(
                receipt.record().statement().equals(statement.digest()),
                STATEMENT_NOT_ACCEPTED,
                name + ": the record names another statement");
        unless(
                receipt.record().key().isEmpty() && receipt.record().signature().isEmpty(),
                STATEMENT_NOT_ACCEPTED,
                name + ": the record names a signature, and the bundle has none");
        unless(
                receipt.record().lots().stream().map(LotLink::made).toList().equals(made(statement)),
                STATEMENT_NOT_ACCEPTED,
                name + ": the record makes other lot versions");
        unless(
                receipt.record().lots().stream()
                        .allMatch(link ->
                                link.previous().isEmpty() == (link.made().version() == 1)),
                STATEMENT_NOT_ACCEPTED,
                name + ": the record leaves the lot's own chain");
        // Step 6: the entry is that of the record, with a nullifier for each lot version spent.
        unless(
                receipt.entry().record().equals(Optional.of(receipt.record().digest())),
                RECORD_NOT_ENTERED,
                name + ": the entry holds another record");
        unless(
                receipt.entry().nullifiers().size() == statement.body().spends().size(),
                RECORD_NOT_ENTERED,
                name + ": the entry does not spend as many lot versions as the statement");
        // Step 7.
        included(receipt.entry(), receipt.proof(), name);
        // Step 8.
        unless(
                statement.log().equals(checkpoint.origin())
                        && receipt.entry().log().equals(checkpoint.origin()),
                WRONG_LOG,
                name + ": is of another log than the checkpoint");
        // Step 9.
        unless(
                !statement.time().isAfter(receipt.entry().time().plus(Acceptance.CLOCK_GRACE)),
                TIME,
                name + ": the statement is dated after its entry");
    }

    private void included(Entry entry, InclusionProof proof, String name) {
        ProofCheck check = proof.verify(entry.leafHash(), checkpoint.size(), checkpoint.root());
        unless(check.valid(), NOT_INCLUDED, name + ": the inclusion proof fails (" + check + ")");
    }

    private static List<LotVersion> made(Statement statement) {
        Stream<LotVersion> touched =
                statement.body().spends().stream().map(spent -> new LotVersion(spent.lot(), spent.version() + 1));
        Stream<LotVersion> created = statement.body().creates().stream().map(lot -> new LotVersion(lot, 1));
        return Stream.concat(touched, created)
                .sorted(Comparator.comparing(LotVersion::lot))
                .toList();
    }
}
