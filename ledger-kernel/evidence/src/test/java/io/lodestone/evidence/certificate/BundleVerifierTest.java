package io.lodestone.evidence.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.certificate.TrustFile.TrustedLog;
import io.lodestone.evidence.certificate.Verification.Incomplete;
import io.lodestone.evidence.certificate.Verification.Rejected;
import io.lodestone.evidence.certificate.Verification.Verified;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.determination.Consignment;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.signature.Thumbprint;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.CertificateIssued;
import io.lodestone.evidence.statement.CertificateIssued.Certified;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.RulesetPublished;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.testing.BundleFixture;
import io.lodestone.evidence.testing.Magnets;
import io.lodestone.evidence.testing.TestAuthority;
import io.lodestone.evidence.testing.Witnesses;
import io.lodestone.evidence.witness.TlogPolicy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each numbered step alone: everything else is right, so only that step can refuse. */
class BundleVerifierTest {

    private final BundleFixture fixture = new BundleFixture();

    private Verification verify() {
        return new BundleVerifier(fixture.trust()).verify(fixture.bytes());
    }

    private void assertRejected(RejectionReason reason, String detail) {
        assertRejected(verify(), reason, detail);
    }

    private static void assertRejected(Verification verification, RejectionReason reason, String detail) {
        assertThat(verification).isInstanceOf(Rejected.class);
        assertThat(((Rejected) verification).reason()).isEqualTo(reason);
        assertThat(((Rejected) verification).detail()).contains(detail);
    }

    @Test
    void a_good_bundle_is_verified() {
        Verification verification = verify();

        assertThat(verification).isInstanceOf(Verified.class);
        VerifiedCertificate certificate = ((Verified) verification).certificate();
        assertThat(certificate.claims()).isEqualTo(fixture.signedClaims());
        assertThat(certificate.environment()).isEqualTo(Environment.DEVELOPMENT);
        assertThat(certificate.issuedAt()).isEqualTo(BundleFixture.at(5));
        assertThat(certificate.publishedIndex().value()).isEqualTo(2);
        assertThat(Bundle.parse(fixture.bytes()).bytes()).isEqualTo(fixture.bytes());
    }

    @Test
    void a_production_log_with_production_keys_is_verified() {
        fixture.environment = Environment.PRODUCTION;
        fixture.issuer = fixture.authority.party("CN=" + BundleFixture.ISSUER);
        fixture.publisher = fixture.authority.party("CN=" + BundleFixture.PUBLISHER);

        assertThat(verify()).isInstanceOf(Verified.class);
    }

    @Test
    void a_trust_file_without_logs_roots_or_publishers_decides_nothing() {
        TrustFile trust = fixture.trust();
        byte[] bundle = fixture.bytes();

        assertThat(List.of(
                        new TrustFile(List.of(), trust.roots(), trust.rulesetPublishers()),
                        new TrustFile(trust.logs(), List.of(), trust.rulesetPublishers()),
                        new TrustFile(trust.logs(), trust.roots(), List.of())))
                .allSatisfy(
                        it -> assertThat(new BundleVerifier(it).verify(bundle)).isInstanceOf(Incomplete.class));
    }

    @Test
    void step_1_another_spelling_of_the_same_bundle() {
        byte[] bundle = fixture.bytes();
        byte[] longer = Arrays.copyOf(bundle, bundle.length + 1);
        longer[bundle.length] = '\n';

        assertRejected(
                new BundleVerifier(fixture.trust()).verify(longer),
                RejectionReason.MALFORMED,
                "not the canonical form");
    }

    @Test
    void step_1_a_receipt_of_another_kind() {
        fixture.whole = it ->
                new Bundle(it.certificate(), it.checkpoint(), it.genesis(), it.issued(), it.issued(), it.ruleset());
        assertRejected(RejectionReason.MALFORMED, "another kind");
    }

    @Test
    void step_2_a_log_that_is_not_in_the_trust_file() {
        TrustFile trust = fixture.trust();
        VerifierKey elsewhere = new VerifierKey("elsewhere.example/log", fixture.logKey.publicKey());
        TrustFile other = new TrustFile(
                List.of(new TrustedLog(elsewhere, Environment.DEVELOPMENT)), trust.roots(), trust.rulesetPublishers());

        assertRejected(
                new BundleVerifier(other).verify(fixture.bytes()), RejectionReason.LOG_NOT_TRUSTED, "origin line");
    }

    @Test
    void step_3_a_checkpoint_under_the_name_of_the_log_by_another_key() {
        fixture.note = note -> {
            String text = note.substring(0, note.indexOf("\n\n") + 1);
            byte[] signature = TestAuthority.seed("thief").sign(text.getBytes(StandardCharsets.UTF_8));
            return text + "\n" + line(fixture.vkey(), signature);
        };
        assertRejected(RejectionReason.CHECKPOINT_SIGNATURE, "wrong");
    }

    @Test
    void step_3_a_second_signature_line_that_nothing_covers() {
        VerifierKey stranger = new VerifierKey(
                "stranger.example", TestAuthority.seed("stranger").publicKey());
        fixture.note = note -> note + line(stranger, new byte[64]);
        assertRejected(RejectionReason.CHECKPOINT_SIGNATURE, "not of a known key");
    }

    @Test
    void step_3_the_log_signs_once_though_witnesses_cosign() {
        fixture.note = note -> Witnesses.cosigned(SignedNote.parse(note), 1, 2).toString();
        VerifiedCertificate certificate = ((Verified) verify()).certificate();
        assertThat(certificate.cosignatures()).isEqualTo(2);
        assertThat(certificate.witnessed()).isEmpty();
        fixture.note = note -> note + note.substring(note.indexOf("\n\n") + 2);
        assertRejected(RejectionReason.CHECKPOINT_SIGNATURE, "not of a known key");
    }

    private Verification witnessed(int... cosigners) {
        fixture.note =
                note -> Witnesses.cosigned(SignedNote.parse(note), cosigners).toString();
        TlogPolicy policy = TlogPolicy.read(
                Witnesses.policy(fixture.vkey().toString(), 2, List.of(1, 2, 3)).getBytes(StandardCharsets.UTF_8));
        return new BundleVerifier(fixture.trust(), Optional.of(policy)).verify(fixture.bytes());
    }

    @Test
    void step_3a_a_checkpoint_without_the_cosignatures_that_the_policy_wants() {
        assertThat(((Verified) witnessed(3, 1)).certificate().witnessed())
                .hasValueSatisfying(met -> assertThat(met.by()).hasSize(2));
        assertRejected(witnessed(2), RejectionReason.NOT_WITNESSED, "some has 1 of 2, without w1, w3");
        assertRejected(witnessed(), RejectionReason.NOT_WITNESSED, "without w1, w2, w3");
        assertRejected(witnessed(4, 5), RejectionReason.NOT_WITNESSED, "some has 0 of 2");
    }

    private static String line(VerifierKey key, byte[] signature) {
        byte[] blob = ByteBuffer.allocate(4 + signature.length)
                .putInt(key.keyId())
                .put(signature)
                .array();
        return "\u2014 " + key.name() + " " + Base64Text.encode(blob) + "\n";
    }

    @Test
    void step_4_an_entry_0_that_states_another_environment() {
        fixture.genesisEntry = it -> Entry.genesis("production", it.log(), it.time());
        assertRejected(RejectionReason.GENESIS, "environment");
    }

    @Test
    void step_4_an_entry_0_of_another_log() {
        fixture.genesisEntry = it -> Entry.genesis(it.environment().orElseThrow(), "elsewhere.example/log", it.time());
        assertRejected(RejectionReason.GENESIS, "another log");
    }

    @Test
    void step_4_an_entry_0_that_is_no_first_entry() {
        fixture.genesisEntry = it -> Entry.next(
                it.log(), BundleFixture.digest("before"), BundleFixture.digest("record"), List.of(), it.time());
        assertRejected(RejectionReason.GENESIS, "not a first entry");
    }

    @Test
    void step_5_a_record_of_another_statement() {
        fixture.issuedRecord =
                it -> new AcceptanceRecord(it.key(), it.lots(), it.salt(), it.signature(), BundleFixture.digest("x"));
        assertRejected(RejectionReason.STATEMENT_NOT_ACCEPTED, "issued: the record names another");
    }

    @Test
    void step_5_a_record_of_another_statement_for_the_ruleset() {
        fixture.publishedRecord =
                it -> new AcceptanceRecord(it.key(), it.lots(), it.salt(), it.signature(), BundleFixture.digest("x"));
        assertRejected(RejectionReason.STATEMENT_NOT_ACCEPTED, "published: the record names another");
    }

    @Test
    void step_5_a_record_that_makes_another_version() {
        fixture.issuedRecord = it -> withLink(it, 7, it.lots().get(0).previous());
        assertRejected(RejectionReason.STATEMENT_NOT_ACCEPTED, "other lot versions");
    }

    @Test
    void step_5_a_record_without_the_lots_chain() {
        fixture.issuedRecord = it -> withLink(it, 5, Optional.empty());
        assertRejected(RejectionReason.STATEMENT_NOT_ACCEPTED, "own chain");
    }

    private static AcceptanceRecord withLink(AcceptanceRecord record, long version, Optional<Digest> previous) {
        AcceptanceRecord.LotLink link = record.lots().get(0);
        AcceptanceRecord.LotLink other =
                new AcceptanceRecord.LotLink(new LotVersion(link.made().lot(), version), previous, link.spendKey());
        return new AcceptanceRecord(
                record.key(), List.of(other), record.salt(), record.signature(), record.statement());
    }

    @Test
    void step_5_a_record_with_a_signature_that_the_bundle_does_not_hold() {
        fixture.issuedRecord = it -> new AcceptanceRecord(
                Optional.of("some key"), it.lots(), it.salt(), Optional.of(BundleFixture.digest("s")), it.statement());
        assertRejected(RejectionReason.STATEMENT_NOT_ACCEPTED, "signature");
    }

    @Test
    void step_6_an_entry_of_another_record() {
        fixture.issuedEntry = it -> Entry.next(
                it.log(), it.previous().orElseThrow(), BundleFixture.digest("x"), it.nullifiers(), it.time());
        assertRejected(RejectionReason.RECORD_NOT_ENTERED, "another record");
    }

    @Test
    void step_6_an_entry_that_spends_nothing() {
        fixture.issuedEntry = it ->
                Entry.next(it.log(), it.previous().orElseThrow(), it.record().orElseThrow(), List.of(), it.time());
        assertRejected(RejectionReason.RECORD_NOT_ENTERED, "as many lot versions");
    }

    @Test
    void step_7_an_entry_that_is_not_in_the_tree() {
        for (int at : new int[] {0, 2, 5}) {
            fixture.leaves = hashes -> {
                List<Digest> other = new ArrayList<>(hashes);
                other.set(at, BundleFixture.digest("another leaf"));
                return other;
            };
            assertRejected(RejectionReason.NOT_INCLUDED, at == 0 ? "genesis" : at == 2 ? "published" : "issued");
        }
    }

    @Test
    void step_8_a_statement_for_another_log() {
        fixture.issuedStatement = it -> new Statement(
                it.actor(), it.annexes(), it.body(), it.id(), "elsewhere.example/log", it.salt(), it.time());
        fixture.claims = it -> withLog(it, "elsewhere.example/log");
        assertRejected(RejectionReason.WRONG_LOG, "issued");
    }

    @Test
    void step_8_an_entry_of_another_log() {
        fixture.publishedEntry = it -> Entry.next(
                "elsewhere.example/log",
                it.previous().orElseThrow(),
                it.record().orElseThrow(),
                List.of(),
                it.time());
        assertRejected(RejectionReason.WRONG_LOG, "published");
    }

    @Test
    void step_9_a_statement_dated_after_its_entry() {
        fixture.issuedStatement = it -> at(it, BundleFixture.at(5).plusMillis(5_001));
        assertRejected(RejectionReason.TIME, "issued");

        fixture.issuedStatement = it -> at(it, BundleFixture.at(5).plusMillis(5_000));
        assertThat(verify()).isInstanceOf(Verified.class);
    }

    private static Statement at(Statement it, Instant time) {
        return new Statement(it.actor(), it.annexes(), it.body(), it.id(), it.log(), it.salt(), time);
    }

    @Test
    void step_10_a_ruleset_published_after_the_certificate() {
        fixture.publishedIndex = 6;
        fixture.publishedEntry = it -> at(it, BundleFixture.at(5));
        assertRejected(RejectionReason.ORDER, "does not stand before");
    }

    @Test
    void step_10_a_log_whose_time_runs_backwards() {
        fixture.issuedEntry = it -> at(it, BundleFixture.at(1));
        assertRejected(RejectionReason.ORDER, "backwards");
    }

    private static Entry at(Entry it, Instant time) {
        return Entry.next(it.log(), it.previous().orElseThrow(), it.record().orElseThrow(), it.nullifiers(), time);
    }

    @Test
    void step_11_a_ruleset_signed_by_another_party() {
        fixture.publisher = fixture.authority.party("CN=" + BundleFixture.OTHER_PARTY + ",OU=development");
        assertRejected(RejectionReason.RULESET_SIGNATURE, "not the party");
    }

    @Test
    void step_11_a_publisher_who_is_not_trusted_for_rulesets() {
        fixture.publisher = fixture.authority.party("CN=" + BundleFixture.OTHER_PARTY + ",OU=development");
        fixture.publishedStatement = it -> by(it, BundleFixture.OTHER_PARTY);
        assertRejected(RejectionReason.RULESET_SIGNATURE, "not in the trust file");
    }

    private static Statement by(Statement it, PartyId actor) {
        return new Statement(actor, it.annexes(), it.body(), it.id(), it.log(), it.salt(), it.time());
    }

    @Test
    void step_11_a_ruleset_under_another_root_or_of_another_type() {
        fixture.rulesetTyp = BundleVerifier.CERTIFICATE_TYP;
        assertRejected(RejectionReason.RULESET_SIGNATURE, "not of type");

        fixture.rulesetTyp = BundleVerifier.RULESET_TYP;
        fixture.publisher = new TestAuthority("Stranger").party("CN=" + BundleFixture.PUBLISHER + ",OU=development");
        assertRejected(RejectionReason.RULESET_SIGNATURE, "no trusted root");
    }

    @Test
    void step_11_a_ruleset_is_judged_as_of_its_own_entry() {
        fixture.publisher = publisherValid(BundleFixture.at(1), BundleFixture.at(3));
        assertThat(verify()).isInstanceOf(Verified.class);

        fixture.publisher = publisherValid(BundleFixture.at(3), BundleFixture.at(9));
        assertRejected(RejectionReason.RULESET_SIGNATURE, "not valid yet");
    }

    private TestAuthority.Party publisherValid(Instant from, Instant to) {
        return fixture.authority.party(
                "CN=" + BundleFixture.PUBLISHER + ",OU=development", TestAuthority.seed("publisher"), from, to);
    }

    @Test
    void step_11_a_ruleset_by_a_development_key_in_a_production_log() {
        fixture.environment = Environment.PRODUCTION;
        fixture.issuer = fixture.authority.party("CN=" + BundleFixture.ISSUER);
        assertRejected(RejectionReason.RULESET_SIGNATURE, "development key");
    }

    @Test
    void step_12_a_ruleset_that_is_not_the_published_one() {
        fixture.publishedBody =
                it -> new RulesetPublished(it.rulesetId(), it.edition(), it.knownTo(), BundleFixture.digest("x"));
        fixture.issuedBody = it -> withRuleset(it, BundleFixture.digest("x"));
        assertRejected(RejectionReason.RULESET_DIFFERS, "another document");
    }

    @Test
    void step_12_a_certificate_issued_under_another_ruleset() {
        fixture.issuedBody = it -> withRuleset(it, BundleFixture.digest("x"));
        assertRejected(RejectionReason.RULESET_DIFFERS, "another than was published");
    }

    private static CertificateIssued withRuleset(CertificateIssued it, Digest ruleset) {
        return new CertificateIssued(it.certificate(), it.claims(), it.key(), it.lots(), it.purpose(), ruleset);
    }

    @Test
    void step_12_a_ruleset_published_under_another_name() {
        fixture.publishedBody = it -> new RulesetPublished(it.rulesetId(), "2030-01-01.1", it.knownTo(), it.ruleset());
        assertRejected(RejectionReason.RULESET_DIFFERS, "another name or day");
    }

    @Test
    void step_12_claims_that_name_another_ruleset() {
        fixture.claims = it -> with(
                it,
                new Claims.RulesetRef(
                        BundleFixture.digest("x"),
                        it.ruleset().edition(),
                        it.ruleset().id()));
        assertRejected(RejectionReason.RULESET_DIFFERS, "claims name another");

        fixture.claims = it -> with(
                it,
                new Claims.RulesetRef(
                        it.ruleset().digest(), "2030-01-01.1", it.ruleset().id()));
        assertRejected(RejectionReason.RULESET_DIFFERS, "another name");
    }

    @Test
    void step_13_a_certificate_under_another_root_or_of_another_type() {
        fixture.certificateTyp = BundleVerifier.RULESET_TYP;
        assertRejected(RejectionReason.CERTIFICATE_SIGNATURE, "not of type");

        fixture.certificateTyp = BundleVerifier.CERTIFICATE_TYP;
        fixture.issuer = new TestAuthority("Stranger").party("CN=" + BundleFixture.ISSUER + ",OU=development");
        assertRejected(RejectionReason.CERTIFICATE_SIGNATURE, "no trusted root");
    }

    @Test
    void step_13_a_certificate_that_is_no_jws() {
        for (String jws : List.of("", "x", "a.b", "a.b.c.d", "a.%.c")) {
            fixture.whole =
                    it -> new Bundle(jws, it.checkpoint(), it.genesis(), it.issued(), it.published(), it.ruleset());
            assertRejected(RejectionReason.CERTIFICATE_SIGNATURE, "");
        }
        fixture.whole = it -> new Bundle(
                it.certificate() + ".", it.checkpoint(), it.genesis(), it.issued(), it.published(), it.ruleset());
        assertRejected(RejectionReason.CERTIFICATE_SIGNATURE, "three parts");
    }

    @Test
    void step_13_an_x509_certificate_that_had_expired_when_the_entry_was_made() {
        Instant entry = BundleFixture.at(5);
        fixture.issuer = issuerValid(entry.minusSeconds(100), entry.minusSeconds(1));
        assertRejected(RejectionReason.CERTIFICATE_SIGNATURE, "not valid any more");

        fixture.issuer = issuerValid(entry.plusSeconds(1), entry.plusSeconds(100));
        assertRejected(RejectionReason.CERTIFICATE_SIGNATURE, "not valid yet");

        fixture.issuer = issuerValid(entry.minusSeconds(1), entry.plusSeconds(1));
        assertThat(verify()).isInstanceOf(Verified.class);
    }

    private TestAuthority.Party issuerValid(Instant from, Instant to) {
        return fixture.authority.party(
                "CN=" + BundleFixture.ISSUER + ",OU=development", TestAuthority.seed("issuer"), from, to);
    }

    @Test
    void step_13_a_development_key_in_a_production_log() {
        fixture.environment = Environment.PRODUCTION;
        fixture.publisher = fixture.authority.party("CN=" + BundleFixture.PUBLISHER);
        assertRejected(RejectionReason.CERTIFICATE_SIGNATURE, "development key");

        fixture.issuer = fixture.authority.party("CN=" + BundleFixture.ISSUER + ",OU=Development department");
        assertRejected(RejectionReason.CERTIFICATE_SIGNATURE, "development key");
    }

    @Test
    void step_14_a_certificate_signed_by_another_party() {
        fixture.issuer = fixture.authority.party("CN=" + BundleFixture.OTHER_PARTY + ",OU=development");
        assertRejected(RejectionReason.ISSUER_DIFFERS, "another party");
    }

    @Test
    void step_14_a_certificate_signed_with_another_key_of_the_party() {
        fixture.issuedBody = it -> new CertificateIssued(
                it.certificate(),
                it.claims(),
                Thumbprint.of(TestAuthority.seed("next year's key").publicKey()).toString(),
                it.lots(),
                it.purpose(),
                it.ruleset());
        assertRejected(RejectionReason.ISSUER_DIFFERS, "another key");
    }

    @Test
    void step_15_a_payload_that_was_not_committed_to() {
        fixture.payload = it -> it.with("form", Json.string("swarf"));
        assertRejected(RejectionReason.CLAIMS_DIFFER, "another document");
    }

    @Test
    void step_15_claims_about_another_lot_mass_certificate_party_or_log() {
        fixture.issuedBody = it -> withLot(
                it, new LotVersion(BundleFixture.LOT, 3), it.lots().get(0).mass());
        assertRejected(RejectionReason.CLAIMS_DIFFER, "lot, version or mass");

        fixture.issuedBody = it -> withLot(it, it.lots().get(0).of(), new Mass(999_999_999_999L));
        assertRejected(RejectionReason.CLAIMS_DIFFER, "lot, version or mass");

        fixture.issuedBody = it -> new CertificateIssued(
                CertificateId.parse("01a20240-1000-7a01-8b02-0c03d4e5f6ab"),
                it.claims(),
                it.key(),
                it.lots(),
                it.purpose(),
                it.ruleset());
        assertRejected(RejectionReason.CLAIMS_DIFFER, "certificate, issuer, log or purpose");

        fixture.issuedBody = it -> it;
        fixture.claims = it -> withLog(it, "elsewhere.example/log");
        assertRejected(RejectionReason.CLAIMS_DIFFER, "certificate, issuer, log or purpose");

        fixture.claims = it -> it;
        fixture.issuer = fixture.authority.party("CN=" + BundleFixture.OTHER_PARTY + ",OU=development");
        fixture.issuedStatement = it -> by(it, BundleFixture.OTHER_PARTY);
        assertRejected(RejectionReason.CLAIMS_DIFFER, "certificate, issuer, log or purpose");
    }

    private static CertificateIssued withLot(CertificateIssued it, LotVersion lot, Mass mass) {
        Certified other = new Certified(lot, mass, it.lots().get(0).vector());
        return new CertificateIssued(
                it.certificate(), it.claims(), it.key(), List.of(other), it.purpose(), it.ruleset());
    }

    @Test
    void step_15_claims_that_rest_on_a_later_log() {
        fixture.claims = it -> withAsOf(it, 6);
        assertRejected(RejectionReason.CLAIMS_DIFFER, "later log");
    }

    @Test
    void step_15_a_statement_over_two_lots() {
        fixture.issuedBody = it -> new CertificateIssued(
                it.certificate(),
                it.claims(),
                it.key(),
                List.of(it.lots().get(0), secondLot(it)),
                it.purpose(),
                it.ruleset());
        assertRejected(RejectionReason.CLAIMS_DIFFER, "about one lot");
    }

    private static Certified secondLot(CertificateIssued it) {
        var lot = LotId.parse("01a20229-6cd8-7b3f-8a4c-5d6e7f801123");
        return new Certified(
                new LotVersion(lot, 1), new Mass(1), it.lots().get(0).vector());
    }

    @Test
    void step_15_a_consignment_of_another_mass() {
        fixture.consignment = withMass(1);
        assertRejected(RejectionReason.CLAIMS_DIFFER, "consignment");
    }

    private static Consignment withMass(long ug) {
        JsonObject json = Magnets.consignment().json().with("massUg", Json.string(Long.toString(ug)));
        return Consignment.read(Members.of(json));
    }

    @Test
    void step_16_a_vector_that_is_not_the_lots() {
        fixture.issuedBody = it -> {
            Certified lot = it.lots().get(0);
            Certified other = new Certified(lot.of(), lot.mass(), BundleFixture.digest("another vector"));
            return new CertificateIssued(
                    it.certificate(), it.claims(), it.key(), List.of(other), it.purpose(), it.ruleset());
        };
        assertRejected(RejectionReason.VECTOR_DIFFERS, "not the one the ledger accepted");
    }

    @Test
    void step_16_more_certified_than_the_lot_weighs() {
        fixture.claims = it -> withCertified(it, new Mass(1_000_000_000_001L));
        assertRejected(RejectionReason.VECTOR_DIFFERS, "more is certified");
    }

    @Test
    void step_16_a_profile_too_many() {
        fixture.claims = it -> {
            var profiles = new ArrayList<>(it.profiles());
            profiles.add(profiles.get(0).then(profiles.get(0).steps().get(0)));
            profiles.sort(Comparator.comparing(profile -> profile.digest()));
            return new Claims(
                    it.certificate(),
                    it.issuer(),
                    it.log(),
                    it.asOf(),
                    it.lot(),
                    it.form(),
                    it.certified(),
                    it.purpose(),
                    it.vector(),
                    profiles,
                    it.ruleset(),
                    it.consignment(),
                    it.determination(),
                    it.comparison());
        };
        assertRejected(RejectionReason.VECTOR_DIFFERS, "profiles");
    }

    @Test
    void step_16_rows_that_weigh_more_than_any_lot() {
        SortedMap<Element, SortedMap<Digest, Mass>> rows = new TreeMap<>(Element.BY_SYMBOL);
        Digest profile = Magnets.profiles().get(0).digest();
        for (Element element : List.of(Element.DY, Element.ND)) {
            rows.put(element, new TreeMap<>(Map.of(profile, new Mass(Mass.MAX_MICROGRAMS))));
        }
        OriginVector heavy = new OriginVector(rows, Mass.ZERO);
        fixture.claims = it -> new Claims(
                it.certificate(),
                it.issuer(),
                it.log(),
                it.asOf(),
                it.lot(),
                it.form(),
                it.certified(),
                it.purpose(),
                heavy,
                it.profiles(),
                it.ruleset(),
                it.consignment(),
                it.determination(),
                it.comparison());
        fixture.issuedBody = it -> {
            Certified lot = it.lots().get(0);
            Certified other = new Certified(lot.of(), lot.mass(), heavy.digest());
            return new CertificateIssued(
                    it.certificate(), it.claims(), it.key(), List.of(other), it.purpose(), it.ruleset());
        };
        assertRejected(RejectionReason.VECTOR_DIFFERS, "more than any lot");
    }

    @Test
    void step_17_an_answer_that_does_not_follow() {
        fixture.claims =
                it -> withAnswers(it, it.determination().with("outcome", Json.string("NOT_REQUIRED")), it.comparison());
        assertRejected(RejectionReason.DETERMINATION_DIFFERS, "does not follow");
    }

    @Test
    void step_17_a_comparison_that_does_not_follow() {
        fixture.claims = it -> withAnswers(
                it,
                it.determination(),
                new JsonArray(((JsonArray) it.comparison()).items().subList(1, 4)));
        assertRejected(RejectionReason.DETERMINATION_DIFFERS, "does not follow");
    }

    @Test
    void step_17_a_consignment_that_cannot_be_read() {
        fixture.claims = it -> new Claims(
                it.certificate(),
                it.issuer(),
                it.log(),
                it.asOf(),
                it.lot(),
                it.form(),
                it.certified(),
                it.purpose(),
                it.vector(),
                it.profiles(),
                it.ruleset(),
                it.consignment().with("paid", Json.string("yes")),
                it.determination(),
                it.comparison());
        assertRejected(RejectionReason.DETERMINATION_DIFFERS, "cannot be computed again");
    }

    private static Claims with(Claims it, Claims.RulesetRef ruleset) {
        return new Claims(
                it.certificate(),
                it.issuer(),
                it.log(),
                it.asOf(),
                it.lot(),
                it.form(),
                it.certified(),
                it.purpose(),
                it.vector(),
                it.profiles(),
                ruleset,
                it.consignment(),
                it.determination(),
                it.comparison());
    }

    private static Claims withLog(Claims it, String log) {
        return new Claims(
                it.certificate(),
                it.issuer(),
                log,
                it.asOf(),
                it.lot(),
                it.form(),
                it.certified(),
                it.purpose(),
                it.vector(),
                it.profiles(),
                it.ruleset(),
                it.consignment(),
                it.determination(),
                it.comparison());
    }

    private static Claims withAsOf(Claims it, long size) {
        return new Claims(
                it.certificate(),
                it.issuer(),
                it.log(),
                new TreeSize(size),
                it.lot(),
                it.form(),
                it.certified(),
                it.purpose(),
                it.vector(),
                it.profiles(),
                it.ruleset(),
                it.consignment(),
                it.determination(),
                it.comparison());
    }

    private static Claims withCertified(Claims it, Mass mass) {
        return new Claims(
                it.certificate(),
                it.issuer(),
                it.log(),
                it.asOf(),
                it.lot(),
                it.form(),
                mass,
                it.purpose(),
                it.vector(),
                it.profiles(),
                it.ruleset(),
                it.consignment(),
                it.determination(),
                it.comparison());
    }

    private static Claims withAnswers(Claims it, JsonObject determination, Json comparison) {
        return new Claims(
                it.certificate(),
                it.issuer(),
                it.log(),
                it.asOf(),
                it.lot(),
                it.form(),
                it.certified(),
                it.purpose(),
                it.vector(),
                it.profiles(),
                it.ruleset(),
                it.consignment(),
                determination,
                comparison);
    }
}
