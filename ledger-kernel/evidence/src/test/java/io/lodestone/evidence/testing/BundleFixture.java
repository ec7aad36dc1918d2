package io.lodestone.evidence.testing;

import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.certificate.Bundle;
import io.lodestone.evidence.certificate.BundleVerifier;
import io.lodestone.evidence.certificate.Claims;
import io.lodestone.evidence.certificate.Genesis;
import io.lodestone.evidence.certificate.Receipt;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.certificate.TrustFile.TrustedLog;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.determination.Consignment;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.HashSource;
import io.lodestone.evidence.merkle.InclusionProof;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.MerkleTree;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.ruleset.Ruleset;
import io.lodestone.evidence.signature.CompactJws;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.signature.SigningSeed;
import io.lodestone.evidence.signature.Thumbprint;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.AcceptanceRecord.LotLink;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.CertificateIssued;
import io.lodestone.evidence.statement.CertificateIssued.Certified;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.RulesetPublished;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.SpendSecret;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A log of seven entries with a certificate for the magnets. Set a field to change a part before {@link #bundle}. */
public final class BundleFixture {

    public static final String LOG = "local.lodestone.example/log-4f1d9c20";
    public static final PartyId ISSUER = PartyId.parse("01a20228-8660-7a01-8b02-0c03d4e5f601");
    public static final PartyId PUBLISHER = PartyId.parse("01a20228-8660-7a01-8b02-0c03d4e5f602");
    public static final PartyId OTHER_PARTY = PartyId.parse("01a20228-8660-7a01-8b02-0c03d4e5f603");
    public static final LotId LOT = LotId.parse("01a20229-6cd8-7b3f-8a4c-5d6e7f801122");
    public static final Instant START = Instant.parse("2026-11-22T07:30:00.000Z");
    public static final Ruleset RULESET = Ruleset.bundled("cn-mofcom-2026-11-22.1");

    private static final int SIZE = 7;

    public final TestAuthority authority = new TestAuthority("Lodestone");
    public SigningSeed logKey = TestAuthority.seed("log");
    public TestAuthority.Party issuer = authority.party("CN=" + ISSUER + ",OU=development");
    public TestAuthority.Party publisher = authority.party("CN=" + PUBLISHER + ",OU=development");

    public Environment environment = Environment.DEVELOPMENT;
    public int publishedIndex = 2;
    public int issuedIndex = 5;
    public JsonObject ruleset = RULESET.json();
    public Consignment consignment = Magnets.consignment();
    public String certificateTyp = BundleVerifier.CERTIFICATE_TYP;
    public String rulesetTyp = BundleVerifier.RULESET_TYP;

    public UnaryOperator<Claims> claims = it -> it;
    public UnaryOperator<JsonObject> payload = it -> it;
    public UnaryOperator<CertificateIssued> issuedBody = it -> it;
    public UnaryOperator<RulesetPublished> publishedBody = it -> it;
    public UnaryOperator<Statement> issuedStatement = it -> it;
    public UnaryOperator<Statement> publishedStatement = it -> it;
    public UnaryOperator<AcceptanceRecord> issuedRecord = it -> it;
    public UnaryOperator<AcceptanceRecord> publishedRecord = it -> it;
    public UnaryOperator<Entry> genesisEntry = it -> it;
    public UnaryOperator<Entry> issuedEntry = it -> it;
    public UnaryOperator<Entry> publishedEntry = it -> it;
    public UnaryOperator<List<Digest>> leaves = it -> it;
    public UnaryOperator<String> note = it -> it;
    public UnaryOperator<Bundle> whole = it -> it;

    private final List<Digest> hashes = new ArrayList<>();

    public VerifierKey vkey() {
        return new VerifierKey(LOG, logKey.publicKey());
    }

    public TrustFile trust() {
        return new TrustFile(
                List.of(new TrustedLog(vkey(), environment)), List.of(authority.root()), List.of(PUBLISHER));
    }

    public byte[] bytes() {
        return bundle().bytes();
    }

    /** The claims as they are signed, before {@link #payload}. */
    public Claims signedClaims() {
        var vector = Magnets.vector();
        var profiles = Magnets.profiles();
        Ruleset rules = RULESET;
        return claims.apply(new Claims(
                CertificateId.parse("01a20240-1000-7a01-8b02-0c03d4e5f6aa"),
                ISSUER,
                LOG,
                new TreeSize(4),
                new LotVersion(LOT, 4),
                Form.MAGNET,
                new Mass(1_000_000_000_000L),
                "origin",
                vector,
                profiles,
                new Claims.RulesetRef(rules.digest(), rules.edition(), rules.id()),
                consignment.json(),
                Claims.determine(rules, consignment, vector, profiles),
                Claims.compare(rules, consignment, vector, profiles)));
    }

    public Bundle bundle() {
        Claims signed = signedClaims();
        Certified lot =
                new Certified(signed.lot(), signed.certified(), Magnets.vector().digest());
        CertificateIssued issued = issuedBody.apply(new CertificateIssued(
                signed.certificate(),
                signed.digest(),
                Thumbprint.of(issuer.key().publicKey()).toString(),
                List.of(lot),
                "origin",
                RULESET.digest()));
        RulesetPublished published = publishedBody.apply(
                new RulesetPublished(RULESET.id(), RULESET.edition(), RULESET.knownTo(), RULESET.digest()));
        Statement second = issuedStatement.apply(statement(ISSUER, issued, issuedIndex));
        Statement first = publishedStatement.apply(statement(PUBLISHER, published, publishedIndex));
        AcceptanceRecord secondRecord = issuedRecord.apply(record(second));
        AcceptanceRecord firstRecord = publishedRecord.apply(record(first));

        List<Entry> entries = entries(first, firstRecord, second, secondRecord);
        hashes.clear();
        hashes.addAll(leaves.apply(entries.stream().map(Entry::leafHash).toList()));
        Checkpoint checkpoint = new Checkpoint(LOG, new TreeSize(SIZE), MerkleTree.root(new TreeSize(SIZE), nodes()));
        return whole.apply(new Bundle(
                CompactJws.sign(certificateTyp, issuer.x5c(), payload.apply(signed.json()), issuer.key()),
                note.apply(checkpoint.sign(vkey(), logKey).toString()),
                new Genesis(entries.get(0), proof(0).path()),
                new Receipt(second, secondRecord, entries.get(issuedIndex), proof(issuedIndex)),
                new Receipt(first, firstRecord, entries.get(publishedIndex), proof(publishedIndex)),
                CompactJws.sign(rulesetTyp, publisher.x5c(), ruleset, publisher.key())));
    }

    private List<Entry> entries(
            Statement first, AcceptanceRecord firstRecord, Statement second, AcceptanceRecord secondRecord) {
        List<Entry> entries = new ArrayList<>();
        entries.add(genesisEntry.apply(Entry.genesis(environment.wire(), LOG, START)));
        for (int i = 1; i < SIZE; i++) {
            Digest previous = entries.get(i - 1).leafHash();
            if (i == issuedIndex) {
                entries.add(issuedEntry.apply(next(previous, second, secondRecord, i)));
            } else if (i == publishedIndex) {
                entries.add(publishedEntry.apply(next(previous, first, firstRecord, i)));
            } else {
                entries.add(Entry.next(LOG, previous, digest("record " + i), List.of(), at(i)));
            }
        }
        return entries;
    }

    private static Entry next(Digest previous, Statement statement, AcceptanceRecord record, int index) {
        List<Digest> nullifiers = statement.body().spends().stream()
                .map(spent -> SpendSecret.of(
                                spent.lot(), digest("secret " + index).bytes())
                        .nullifier())
                .toList();
        return Entry.next(LOG, previous, record.digest(), nullifiers, at(index));
    }

    private static Statement statement(PartyId actor, Body body, int index) {
        StatementId id = StatementId.parse("01a20241-0000-7a01-8b02-0c03d4e5f60" + index);
        return new Statement(actor, List.of(), body, id, LOG, salt("statement " + index), at(index));
    }

    private static AcceptanceRecord record(Statement statement) {
        List<LotLink> lots = statement.body().spends().stream()
                .map(spent -> new LotLink(
                        new LotVersion(spent.lot(), spent.version() + 1),
                        Optional.of(digest("record before")),
                        digest("spend key")))
                .toList();
        return new AcceptanceRecord(
                Optional.empty(), lots, salt("record " + statement.id()), Optional.empty(), statement.digest());
    }

    /** A second an entry. */
    public static Instant at(int index) {
        return START.plusSeconds(index);
    }

    public static Digest digest(String name) {
        return Digest.sha256(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Salt salt(String name) {
        return Salt.of(java.util.Arrays.copyOf(digest(name).bytes(), Salt.LENGTH));
    }

    private InclusionProof proof(int index) {
        return MerkleTree.inclusion(new LeafIndex(index), new TreeSize(SIZE), nodes());
    }

    private HashSource nodes() {
        return this::node;
    }

    private Digest node(int level, long index) {
        return level == 0
                ? hashes.get((int) index)
                : Digest.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    }
}
