package io.lodestone.evidence.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyKeyAdded;
import io.lodestone.evidence.statement.PartyKeyRevoked;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.SigningRequired;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.evidence.testing.InMemoryLedger;
import io.lodestone.evidence.testing.TestKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random histories of one party's keys against a plain retelling of the rules that looks at the whole past each time. */
class KeyHistoryPropertyTest {

    private static final Instant START = Instant.parse("2026-11-22T07:30:00Z");
    private static final PartyId REGISTRAR = new PartyId(id(1));
    private static final PartyId PARTY = new PartyId(id(2));
    private static final List<TestKey> KEYS =
            List.of(TestKey.ed25519("a"), TestKey.p256("b"), TestKey.ed25519("c"), TestKey.p256("d"));

    enum Act {
        ADD,
        REVOKE,
        REQUIRE,
        RELEASE,
        STATE
    }

    /**
     * @param key which key is added or revoked
     * @param lasts seconds for which an added key is valid
     * @param signer which key signs; none below 0
     * @param pause seconds since the step before
     */
    record Step(Act act, int key, int lasts, int signer, int pause) {}

    private static final List<Act> ACTS = List.of(
            Act.ADD,
            Act.ADD,
            Act.ADD,
            Act.REVOKE,
            Act.REQUIRE,
            Act.REQUIRE,
            Act.RELEASE,
            Act.STATE,
            Act.STATE,
            Act.STATE);

    private static Step step(Random random) {
        return new Step(
                ACTS.get(random.nextInt(ACTS.size())),
                random.nextInt(KEYS.size()),
                1 + random.nextInt(90),
                random.nextInt(KEYS.size() + 1) - 1,
                random.nextInt(8));
    }

    private static Uuid7 id(int number) {
        return Uuid7.of(1, ByteBuffer.allocate(10).putInt(6, number).array());
    }

    private static Body body(Step step, Instant now, int number) {
        return switch (step.act()) {
            case ADD -> new PartyKeyAdded(PARTY, KEYS.get(step.key()).key(), "key", now, now.plusSeconds(step.lasts()));
            case REVOKE -> new PartyKeyRevoked(KEYS.get(step.key()).thumbprint(), PartyKeyRevoked.Reason.LOST);
            case REQUIRE -> new SigningRequired(true);
            case RELEASE -> new SigningRequired(false);
            case STATE -> new FacilityRegistered("CN", new FacilityId(id(number)));
        };
    }

    /** What was accepted, and when. */
    private record Past(Step step, long second) {}

    private static boolean signs(List<Past> past, int key, long now) {
        return past.stream()
                        .anyMatch(it -> it.step().act() == Act.ADD
                                && it.step().key() == key
                                && now < it.second() + it.step().lasts())
                && past.stream()
                        .noneMatch(
                                it -> it.step().act() == Act.REVOKE && it.step().key() == key);
    }

    private static boolean ever(List<Past> past, int key) {
        return past.stream()
                .anyMatch(it -> it.step().act() == Act.ADD && it.step().key() == key);
    }

    private static boolean required(List<Past> past) {
        List<Act> said = past.stream()
                .map(it -> it.step().act())
                .filter(act -> act == Act.REQUIRE || act == Act.RELEASE)
                .toList();
        return !said.isEmpty() && said.get(said.size() - 1) == Act.REQUIRE;
    }

    private static boolean accepted(List<Past> past, Step step, long now) {
        boolean signed = step.signer() >= 0;
        boolean first = past.stream().noneMatch(it -> it.step().act() == Act.ADD);
        boolean showsItself = first && step.act() == Act.ADD && step.signer() == step.key();
        if (signed && !showsItself && !signs(past, step.signer(), now)) {
            return false;
        }
        return switch (step.act()) {
            case ADD -> !ever(past, step.key()) && (signed || first);
            case REVOKE ->
                signed
                        && ever(past, step.key())
                        && past.stream()
                                .noneMatch(it -> it.step().act() == Act.REVOKE
                                        && it.step().key() == step.key());
            case REQUIRE -> signed && !required(past);
            case RELEASE -> signed && required(past);
            case STATE -> signed || !required(past);
        };
    }

    @Test
    void is_decided_as_the_whole_past_says() {
        Set<Act> seen = EnumSet.noneOf(Act.class);
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            seen.addAll(acceptedOf(Stream.generate(() -> step(random)).limit(40).toList()));
        }
        assertThat(seen).as("kinds that were accepted at all").containsExactly(Act.values());
    }

    private static List<Act> acceptedOf(List<Step> steps) {
        InMemoryLedger ledger = new InMemoryLedger();
        List<Past> past = new ArrayList<>();
        long second = 0;
        int number = 10;
        for (PartyId party : List.of(REGISTRAR, PARTY)) {
            Statement made = statement(REGISTRAR, new PartyRegistered("CN", party), START, ++number);
            assertThat(decided(ledger, made, Optional.empty(), START)).isTrue();
        }
        for (Step step : steps) {
            second += step.pause();
            Instant now = START.plusSeconds(second);
            Statement made = statement(PARTY, body(step, now, ++number), now, number);
            Optional<DetachedJws> signature = step.signer() < 0
                    ? Optional.empty()
                    : Optional.of(KEYS.get(step.signer()).sign(made));
            assertThat(decided(ledger, made, signature, now))
                    .as("%s after %s", step, past)
                    .isEqualTo(accepted(past, step, second));
            if (accepted(past, step, second)) {
                past.add(new Past(step, second));
            }
        }
        return past.stream().map(it -> it.step().act()).toList();
    }

    private static Statement statement(PartyId actor, Body body, Instant now, int number) {
        Salt salt = Salt.of(new byte[Salt.LENGTH]);
        return new Statement(actor, List.of(), body, new StatementId(id(number)), "log.example/1", salt, now);
    }

    private static boolean decided(
            InMemoryLedger ledger, Statement statement, Optional<DetachedJws> signature, Instant now) {
        if (Acceptance.decide(statement, signature, ledger, "log.example/1", now)
                instanceof Decision.Accepted accepted) {
            ledger.apply(accepted.effects());
            return true;
        }
        return false;
    }
}
