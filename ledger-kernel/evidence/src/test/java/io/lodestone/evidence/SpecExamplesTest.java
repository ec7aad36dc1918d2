package io.lodestone.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.certificate.Bundle;
import io.lodestone.evidence.certificate.RejectionReason;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.certificate.TrustFile.TrustedLog;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.NoteVerification;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.determination.Consignment;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.history.HistoryVerification;
import io.lodestone.evidence.history.HistoryVerifier;
import io.lodestone.evidence.history.LotHistory;
import io.lodestone.evidence.party.FacilityDescription;
import io.lodestone.evidence.party.PartyDescription;
import io.lodestone.evidence.provenance.Draw;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.ruleset.Ruleset;
import io.lodestone.evidence.signature.CertificateChain;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.signature.PartyPublicKey;
import io.lodestone.evidence.signature.SealedKey;
import io.lodestone.evidence.signature.SignatureVerification;
import io.lodestone.evidence.signature.Thumbprint;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyKeyAdded;
import io.lodestone.evidence.statement.SpendSecret;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.testing.BundleFixture;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every example of SPEC.md is what it says it is. */
class SpecExamplesTest {

    private static final Pattern BLOCK =
            Pattern.compile("^```(\\w+) ([\\w-]+)(?: (\\S+))?\\n(.*?)\\n```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** A fenced block: its kind, the digest it must have or nothing, and its text. */
    private record Block(String kind, String digest, String text) {

        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        Json json() {
            return CanonicalJson.parse(bytes());
        }
    }

    private final String page = read();
    private final List<Block> blocks = blocks(page);

    private static String read() {
        try {
            return Files.readString(Path.of("..", "SPEC.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Block> blocks(String page) {
        List<Block> found = new ArrayList<>();
        Matcher match = BLOCK.matcher(page);
        while (match.find()) {
            String digest = match.group(3) == null ? "" : match.group(3);
            found.add(new Block(match.group(2), digest, match.group(4)));
        }
        return found;
    }

    private List<Block> of(String kind) {
        List<Block> some = blocks.stream().filter(it -> it.kind.equals(kind)).toList();
        assertThat(some).as(kind).isNotEmpty();
        return some;
    }

    @Test
    void every_fence_is_read_by_a_test_here() {
        assertThat(page.lines().filter(line -> line.startsWith("```")).count()).isEqualTo(2L * blocks.size());
        assertThat(blocks.stream().map(Block::kind))
                .containsOnly(
                        "statement",
                        "acceptance",
                        "spend",
                        "entry",
                        "checkpoint",
                        "profile",
                        "vector",
                        "draw",
                        "trust",
                        "consignment",
                        "annex",
                        "sealed-key",
                        "signature",
                        "jws-header",
                        "ruleset",
                        "claims",
                        "bundle",
                        "receipt",
                        "determination",
                        "history",
                        "made");
    }

    @Test
    void documents_have_their_digests() {
        of("statement")
                .forEach(it -> assertThat(Statement.parse(it.bytes()).digest()).hasToString(it.digest));
        of("acceptance")
                .forEach(it -> assertThat(AcceptanceRecord.read(it.json(), "").digest())
                        .hasToString(it.digest));
        of("entry").forEach(it -> assertThat(Entry.parse(it.bytes()).leafHash()).hasToString(it.digest));
        of("profile")
                .forEach(it -> assertThat(
                                OriginProfile.read(Members.of(it.json())).digest())
                        .hasToString(it.digest));
        of("vector")
                .forEach(it -> assertThat(
                                OriginVector.read(Members.of(it.json())).digest())
                        .hasToString(it.digest));
        of("annex").forEach(it -> assertThat(Annex.read(it.json(), "").digest()).hasToString(it.digest));
    }

    @Test
    void annexes_of_parties_and_facilities_are_understood_and_written_the_same() {
        List<JsonObject> contents = of("annex").stream()
                .map(it -> Annex.read(it.json(), "").content())
                .toList();
        assertThat(PartyDescription.read(contents.get(0)).owners()).isEmpty();
        assertThat(PartyDescription.read(contents.get(1)).json()).isEqualTo(contents.get(1));
        assertThat(FacilityDescription.read(contents.get(2)).json()).isEqualTo(contents.get(2));
    }

    @Test
    void spends_of_the_page_are_those_of_its_secret() {
        JsonObject first = (JsonObject) of("spend").get(0).json();
        Members in = Members.of(first);
        SpendSecret secret = new SpendSecret(LotId.parse(in.string("lot", 36)), in.string("secret", 44));

        assertThat(of("spend").stream().map(Block::digest))
                .containsExactly(
                        secret.spendKey().toString(), secret.nullifier().toString());
        of("spend").forEach(it -> assertThat(Digest.sha256(it.bytes())).hasToString(it.digest));
        assertThat(of("entry").get(2).text).contains(secret.nullifier().toString());
        assertThat(of("acceptance").get(0).text).contains(secret.spendKey().toString());
    }

    @Test
    void records_and_entries_are_chained() {
        List<Block> entries = of("entry");
        for (int i = 1; i < 3; i++) {
            Block record = of("acceptance").get(i - 1);
            assertThat(record.text).contains(of("statement").get(i - 1).digest);
            assertThat(entries.get(i).text).contains(record.digest, entries.get(i - 1).digest);
        }
        assertThat(of("acceptance").get(1).text).contains(of("acceptance").get(0).digest);
        assertThat(page)
                .contains("(" + of("statement").get(0).bytes().length + " bytes)")
                .contains("(191, 247 and 293 bytes)");
        assertThat(entries.stream().map(it -> it.bytes().length)).containsExactly(191, 247, 293);
    }

    @Test
    void the_checkpoint_covers_the_three_entries() {
        Matcher vkey = Pattern.compile("`(local\\S+\\+Adk\\S+)`").matcher(page);
        assertThat(vkey.find()).isTrue();
        NoteVerification<Checkpoint> opened =
                Checkpoint.open(of("checkpoint").get(0).text + "\n", VerifierKey.parse(vkey.group(1)));

        assertThat(opened).isInstanceOf(NoteVerification.Verified.class);
        List<Digest> leaves =
                of("entry").stream().map(it -> Digest.parse(it.digest)).toList();
        Checkpoint checkpoint = ((NoteVerification.Verified<Checkpoint>) opened).value();
        assertThat(checkpoint.size().value()).isEqualTo(3);
        assertThat(checkpoint.root()).isEqualTo(Digest.node(Digest.node(leaves.get(0), leaves.get(1)), leaves.get(2)));
    }

    @Test
    void draws_are_drawn_so_and_leave_what_the_next_line_begins_with() {
        for (Block block : of("draw")) {
            List<BigInteger> left = List.of();
            for (String line : block.text.split("\n")) {
                String[] parts = line.split(" \\| ");
                List<BigInteger> there = numbers(parts[0]);
                List<BigInteger> drawn = Draw.apportion(new BigInteger(parts[1]), there);
                assertThat(left.isEmpty() || left.equals(there)).isTrue();
                assertThat(drawn).isEqualTo(numbers(parts[2]));
                List<BigInteger> rest = new ArrayList<>();
                for (int i = 0; i < there.size(); i++) {
                    rest.add(there.get(i).subtract(drawn.get(i)));
                }
                left = rest;
            }
            assertThat(left).containsOnly(BigInteger.ZERO);
        }
    }

    private static List<BigInteger> numbers(String text) {
        return Arrays.stream(text.split(" ")).map(BigInteger::new).toList();
    }

    @Test
    void members_are_those_of_a_real_bundle() {
        BundleFixture fixture = new BundleFixture();
        Bundle bundle = fixture.bundle();
        assertMembers(0, fixture.signedClaims().json());
        assertMembers(1, bundle.json());
        assertMembers(2, bundle.issued().json());
        assertMembers(3, fixture.signedClaims().determination());
        LotHistory history = LotHistory.parse(of("history").get(0).bytes());
        assertMembers(4, history.json());
        assertMembers(5, history.versions().get(1).json());
    }

    @Test
    void the_history_is_that_of_the_lot_on_this_page() {
        Matcher vkey = Pattern.compile("`(local\\S+\\+Adk\\S+)`").matcher(page);
        assertThat(vkey.find()).isTrue();
        TrustedLog log = new TrustedLog(VerifierKey.parse(vkey.group(1)), Environment.DEVELOPMENT);
        TrustFile trust = new TrustFile(List.of(log), List.of(), List.of());
        HistoryVerification result =
                new HistoryVerifier(trust).verify(of("history").get(0).bytes());
        assertThat(result).isInstanceOf(HistoryVerification.Verified.class);
        assertThat(((HistoryVerification.Verified) result)
                        .history()
                        .last()
                        .nullifier()
                        .orElseThrow())
                .hasToString(of("spend").get(1).digest);
    }

    private void assertMembers(int block, JsonObject object) {
        Matcher match = Pattern.compile("^```members \\w+\\n(.*?)\\n```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(page);
        for (int i = 0; i <= block; i++) {
            assertThat(match.find()).isTrue();
        }
        assertThat(match.group(1).lines().map(line -> line.split(" ")[0]))
                .containsExactlyElementsOf(object.members().keySet());
    }

    @Test
    void files_are_read_and_the_sealed_key_opens() {
        Block trust = of("trust").get(0);
        assertThat(CanonicalJson.bytes(TrustFile.read(trust.bytes()).json())).isEqualTo(trust.bytes());
        Block consignment = of("consignment").get(0);
        assertThat(Consignment.read(Members.of(consignment.json())).json()).isEqualTo(consignment.json());
        assertThat(Ruleset.read(of("ruleset").get(0).bytes()).id()).isEqualTo("example");
        SignatureVerification<SealedKey> sealed =
                SealedKey.open(of("sealed-key").get(0).text + "\n", "for this page only".toCharArray());
        assertThat(sealed)
                .isInstanceOfSatisfying(
                        SignatureVerification.Verified.class,
                        it -> assertThat(((SealedKey) it.value()).environment()).isEqualTo(Environment.DEVELOPMENT));
    }

    @Test
    void signatures_are_over_the_statement_above_them_by_a_key_that_was_added_before() {
        Map<Thumbprint, PartyPublicKey> keys = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.kind.equals("signature")) {
                DetachedJws signature = DetachedJws.parse(DetachedJws.STATEMENT, block.text);
                assertThat(signature.digest()).hasToString(block.digest);
                assertThat(signature.verifies(
                                keys.get(signature.key()), blocks.get(i - 1).bytes()))
                        .isTrue();
            } else if (block.kind.equals("statement")
                    && Statement.parse(block.bytes()).body() instanceof PartyKeyAdded added) {
                keys.put(added.key().thumbprint(), added.key());
            }
        }
        assertThat(of("signature")).hasSize(3);
        assertThat(keys).hasSize(2);
    }

    @Test
    void the_chain_of_the_header_ends_in_the_root_of_the_trust_file() {
        TrustFile trust = TrustFile.read(of("trust").get(0).bytes());
        Members header = Members.of(of("jws-header").get(0).json());
        List<byte[]> x5c = header.strings("x5c", 2, 4_096, Base64Text::decode);

        assertThat(CertificateChain.verify(x5c, trust.roots(), BundleFixture.START))
                .isInstanceOf(SignatureVerification.Verified.class);
    }

    @Test
    void steps_are_numbered_and_named_as_in_the_code() {
        for (RejectionReason reason : RejectionReason.values()) {
            assertThat(page).contains("\n" + reason.step() + ". `" + reason.slug() + "`: ");
        }
    }
}
