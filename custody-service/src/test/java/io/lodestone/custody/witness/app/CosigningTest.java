package io.lodestone.custody.witness.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lodestone.custody.Ledger;
import io.lodestone.custody.log.app.CosignedHead;
import io.lodestone.custody.log.app.LogKey;
import io.lodestone.custody.log.app.LogState;
import io.lodestone.custody.log.app.LogStore;
import io.lodestone.custody.log.app.Proofs;
import io.lodestone.custody.log.app.Publisher;
import io.lodestone.custody.witness.Trouble;
import io.lodestone.custody.witness.app.WitnessStates.State;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.Cosignature;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.TilePath;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.evidence.testing.Witnesses;
import io.lodestone.evidence.witness.AddCheckpoint;
import io.lodestone.evidence.witness.PolicyVerdict.Met;
import io.lodestone.evidence.witness.PolicyVerdict.Unmet;
import io.lodestone.evidence.witness.Seen;
import io.lodestone.evidence.witness.TlogPolicy;
import io.lodestone.kit.ids.Ids;
import io.lodestone.kit.problem.LedgerProblem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The running log, and a job beside it that asks witnesses of its own. */
@QuarkusTest
class CosigningTest {

    /** Each test has witnesses that no other has, for what they cosigned stays. */
    private static final AtomicInteger NUMBER = new AtomicInteger(50);

    @Inject
    Publisher publisher;

    @Inject
    CosignatureStore store;

    @Inject
    LogStore log;

    @Inject
    LogKey key;

    @Inject
    LogState state;

    @Inject
    WitnessClient client;

    @Inject
    Clock clock;

    @Inject
    Ids ids;

    @TempDir
    Path folder;

    private final WitnessStates states = new WitnessStates(new SimpleMeterRegistry());
    private TestWitness one;
    private TestWitness two;

    @BeforeEach
    void begin() {
        one = new TestWitness(NUMBER.getAndIncrement(), key.verifier());
        two = new TestWitness(NUMBER.getAndIncrement(), key.verifier());
    }

    @AfterEach
    void end() {
        one.close();
        two.close();
    }

    private static <T> T wait(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(15));
    }

    private Checkpoint grow() {
        assertThat(Ledger.aParty()).isNotNull();
        wait(publisher.publish());
        return Checkpoint.parse(
                SignedNote.parse(given().get("/checkpoint").asString()).text());
    }

    private String policy(TestWitness... all) {
        return "log " + key.verifier() + "\n"
                + Arrays.stream(all).map(TestWitness::line).collect(Collectors.joining())
                + "group all all "
                + Arrays.stream(all).map(it -> "w" + it.number).collect(Collectors.joining(" ")) + "\nquorum all\n";
    }

    private CosigningJob job(CosignedHead head, TestWitness... all) throws IOException {
        WitnessSettings settings =
                new WitnessSettings(Optional.of(Files.writeString(folder.resolve("policy"), policy(all))));
        return new CosigningJob(settings, handingOver(), log, key, state, head, client, states, clock, ids);
    }

    /** The turn passes between the jobs of different tests at once. */
    private CosignatureStore handingOver() {
        return new CosignatureStore() {
            @Override
            public Uni<Boolean> turn(Uuid7 instance, Instant now, Instant until) {
                return Uni.createFrom().item(true);
            }

            @Override
            public Uni<Map<String, TreeSize>> last(List<String> witnesses) {
                return store.last(witnesses);
            }

            @Override
            public Uni<Void> keep(TreeSize size, List<Cosignature> cosignatures) {
                return store.keep(size, cosignatures);
            }

            @Override
            public Uni<List<String>> recent(int max) {
                return store.recent(max);
            }
        };
    }

    private static CosignedHead head(boolean required) {
        return new CosignedHead(Optional.of("policy"), required);
    }

    private Optional<Trouble> trouble(TestWitness witness) {
        return Optional.ofNullable(states.all().get("w" + witness.number)).flatMap(State::trouble);
    }

    private static String served(Checkpoint checkpoint) {
        return given().get("/checkpoint/" + checkpoint.size())
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private TlogPolicy read(TestWitness... all) {
        return TlogPolicy.read(policy(all).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_checkpoint_gets_each_witness_line_and_the_log_grows_under_their_eyes() throws IOException {
        CosignedHead head = head(false);
        CosigningJob job = job(head, one, two);
        for (int i = 0; i < 3; i++) {
            Checkpoint published = grow();
            wait(job.round());
            SignedNote note = SignedNote.parse(served(published));
            assertThat(read(one, two).judge(note, key.verifier())).isInstanceOf(Met.class);
            assertThat(given().get("/checkpoint").asString()).isEqualTo(note.toString());
            assertThat(head.newest())
                    .hasValueSatisfying(it -> assertThat(it.size()).isEqualTo(published.size()));
            assertThat(one.seen).isEqualTo(Seen.of(published));
            assertThat(trouble(one)).isEmpty();
        }
        assertThat(one.asked).hasSize(3);
        wait(job.round());
        assertThat(one.asked).as("what is cosigned is not asked for again").hasSize(3);
    }

    @Test
    void a_witness_that_is_away_holds_nothing_up_and_catches_up_later() throws IOException {
        CosignedHead head = head(false);
        CosigningJob job = job(head, one, two);
        Checkpoint first = grow();
        wait(job.round());
        two.instead = Optional.of("what is that\n");
        Checkpoint second = grow();
        wait(job.round());
        assertThat(trouble(two)).hasValue(Trouble.WRONG);
        assertThat(trouble(one)).isEmpty();
        assertThat(read(one, two).judge(SignedNote.parse(served(second)), key.verifier()))
                .isInstanceOfSatisfying(
                        Unmet.class, it -> assertThat(it.sentence()).contains("without w" + two.number));
        assertThat(head.newest()).hasValueSatisfying(it -> assertThat(it.size()).isEqualTo(first.size()));
        two.instead = Optional.empty();
        Checkpoint third = grow();
        wait(job.round());
        assertThat(trouble(two)).isEmpty();
        assertThat(head.newest()).hasValueSatisfying(it -> assertThat(it.size()).isEqualTo(third.size()));
        two.close();
        Checkpoint fourth = grow();
        wait(job.round());
        assertThat(trouble(two)).hasValue(Trouble.AWAY);
        assertThat(served(fourth)).contains("/w" + one.number + " ").doesNotContain("/w" + two.number + " ");
    }

    @Test
    void a_witness_that_remembers_more_than_is_known_is_asked_again_from_there() throws IOException {
        Checkpoint first = grow();
        one.seen = Seen.of(first);
        Checkpoint second = grow();
        wait(job(head(false), one).round());
        assertThat(one.asked).extracting(AddCheckpoint::old).containsExactly(TreeSize.ZERO, first.size());
        assertThat(one.seen).isEqualTo(Seen.of(second));
        assertThat(served(second)).contains("/w" + one.number + " ");
    }

    @Test
    void a_witness_that_saw_another_history_does_not_cosign_and_says_so() throws IOException {
        Checkpoint published = grow();
        one.seen = new Seen(new TreeSize(2), Digest.sha256(new byte[] {1}));
        two.seen = new Seen(new TreeSize(1_000_000), Digest.sha256(new byte[] {2}));
        CosignedHead head = head(false);
        wait(job(head, one, two).round());
        assertThat(trouble(one)).hasValue(Trouble.DISAGREES);
        assertThat(trouble(two)).hasValue(Trouble.AHEAD);
        assertThat(head.newest()).isEmpty();
        assertThat(served(published)).doesNotContain("/w" + one.number + " ");
        assertThat(grow().size()).as("the log goes on").isGreaterThan(published.size());
    }

    @Test
    void where_a_quorum_is_required_nothing_beyond_it_is_shown() throws IOException {
        CosignedHead head = head(true);
        Proofs proofs = new Proofs(log, state, head);
        Checkpoint first = grow();
        refused(proofs.checkpoint());
        refused(proofs.prove(new LeafIndex(0), Optional.empty()));
        CosigningJob job = job(head, one);
        wait(job.round());
        Checkpoint second = grow();
        assertThat(wait(proofs.checkpoint())).isEqualTo(served(first));
        assertThat(wait(proofs.cosignedCheckpoint())).isEqualTo(served(first));
        refused(proofs.checkpointOf(second.size()));
        refused(proofs.consistency(first.size(), second.size()));
        refused(proofs.prove(new LeafIndex(second.size().value() - 1), Optional.empty()));
        refused(proofs.read(TilePath.parse(lastBundle(second.size())).orElseThrow()));
        wait(job.round());
        assertThat(wait(proofs.checkpoint())).isEqualTo(served(second));
        assertThat(wait(proofs.prove(new LeafIndex(second.size().value() - 1), Optional.empty()))
                        .checkpoint())
                .hasValue(served(second));
    }

    /** Of the entries that only this size has, the last. */
    private static String lastBundle(TreeSize size) {
        long bundle = (size.value() - 1) / 256;
        long width = size.value() - 256 * bundle;
        return String.format(Locale.ROOT, "entries/%03d", bundle) + (width == 256 ? "" : ".p/" + width);
    }

    private static void refused(Uni<?> asked) {
        assertThatExceptionOfType(LedgerProblem.class).isThrownBy(() -> wait(asked));
    }

    @Test
    void a_receipt_is_over_the_newest_cosigned_size_that_has_the_entry() throws IOException {
        CosignedHead head = head(false);
        Proofs proofs = new Proofs(log, state, head);
        Checkpoint first = grow();
        wait(job(head, one).round());
        Checkpoint second = grow();
        LeafIndex old = new LeafIndex(first.size().value() - 1);
        LeafIndex late = new LeafIndex(second.size().value() - 1);
        assertThat(wait(proofs.prove(old, Optional.empty())).checkpoint()).hasValue(served(first));
        assertThat(wait(proofs.prove(old, Optional.of(second.size()))).checkpoint())
                .hasValue(served(second));
        assertThat(wait(proofs.prove(late, Optional.empty())).checkpoint()).hasValue(served(second));
    }

    @Test
    void what_may_still_get_lines_is_not_said_to_be_final() throws IOException {
        CosignedHead head = head(false);
        Proofs proofs = new Proofs(log, state, head);
        Checkpoint published = grow();
        assertThat(proofs.isFinal(served(published))).isFalse();
        wait(job(head, one, two).round());
        assertThat(proofs.isFinal(served(published))).isTrue();
        assertThat(new Proofs(log, state, new CosignedHead(Optional.empty(), false)).isFinal(served(grow())))
                .isTrue();
    }

    @Test
    void one_instance_at_a_time_has_the_turn() {
        var now = clock.instant().plusSeconds(3_600);
        var first = ids.next();
        var second = ids.next();
        assertThat(wait(store.turn(first, now, now.plusSeconds(15)))).isTrue();
        assertThat(wait(store.turn(second, now.plusSeconds(14), now.plusSeconds(29))))
                .isFalse();
        assertThat(wait(store.turn(first, now.plusSeconds(14), now.plusSeconds(29))))
                .isTrue();
        assertThat(wait(store.turn(second, now.plusSeconds(30), now.plusSeconds(45))))
                .isTrue();
    }

    @Test
    void a_policy_that_is_wrong_or_of_another_log_is_a_reason_not_to_start() throws IOException {
        assertThat(refusal(policy(one), false)).isEmpty();
        assertThat(refusal(policy(one), true)).isEmpty();
        assertThat(refusal("quorum nobody\n", false))
                .hasValueSatisfying(it -> assertThat(it).contains("line 1"));
        assertThat(refusal(policy(one).replace("/w/", "/w/?x"), false)).isPresent();
        assertThat(refusal("log " + key.verifier() + "\nquorum none\n", true))
                .hasValueSatisfying(it -> assertThat(it).contains("wants a policy file with a quorum"));
        var other = new VerifierKey("log.example/other", Witnesses.seed(1).publicKey());
        assertThat(refusal(policy(one).replace(key.verifier().toString(), other.toString()), false))
                .hasValueSatisfying(it -> assertThat(it).contains("names another log"));
        assertThat(wait(new WitnessStartCheck(
                                new WitnessSettings(Optional.of(folder.resolve("none"))), head(false), key)
                        .refusal()))
                .isPresent();
    }

    private Optional<String> refusal(String policy, boolean required) throws IOException {
        Path file = Files.writeString(folder.resolve("policy"), policy);
        return wait(new WitnessStartCheck(new WitnessSettings(Optional.of(file)), head(required), key).refusal());
    }
}
