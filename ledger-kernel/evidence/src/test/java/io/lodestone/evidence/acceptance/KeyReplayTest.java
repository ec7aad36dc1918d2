package io.lodestone.evidence.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.acceptance.KeyBook.Signing;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.signature.PartyPublicKey;
import io.lodestone.evidence.signature.Thumbprint;
import io.lodestone.evidence.statement.AcceptanceRecord;
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
import io.lodestone.evidence.testing.TestKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class KeyReplayTest {

    private static final Instant START = Instant.parse("2026-11-22T07:30:00Z");
    private static final PartyId REGISTRAR = new PartyId(id(1));
    private static final PartyId PARTY = new PartyId(id(2));
    private static final TestKey FIRST = TestKey.ed25519("first");
    private static final TestKey SECOND = TestKey.p256("second");
    private static final TestKey FORGED = TestKey.ed25519("the operator's");

    /** An accepted statement as a service keeps it. */
    private record Kept(Statement statement, AcceptanceRecord record, Optional<DetachedJws> signature) {}

    private int statements;

    private static Uuid7 id(int number) {
        return Uuid7.of(1, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, (byte) (number >> 8), (byte) number});
    }

    private Kept kept(PartyId actor, Body body, Optional<TestKey> key) {
        Salt salt = Salt.of(new byte[Salt.LENGTH]);
        StatementId id = new StatementId(id(100 + ++statements));
        Statement statement = new Statement(actor, List.of(), body, id, "log.example/1", salt, START);
        return recorded(statement, key.map(by -> by.sign(statement)));
    }

    private static Kept recorded(Statement statement, Optional<DetachedJws> signature) {
        return new Kept(
                statement,
                new AcceptanceRecord(
                        signature.map(DetachedJws::key).map(Thumbprint::toString),
                        List.of(),
                        Salt.of(new byte[Salt.LENGTH]),
                        signature.map(DetachedJws::digest),
                        statement.digest()),
                signature);
    }

    private static PartyKeyAdded added(TestKey key) {
        return new PartyKeyAdded(PARTY, key.key(), "press shop", START, START.plus(Duration.ofDays(365)));
    }

    /** Registered, a first key, a second, signing required, a facility, the first key revoked, another facility. */
    private List<Kept> history() {
        Body revoked = new PartyKeyRevoked(FIRST.thumbprint(), PartyKeyRevoked.Reason.SUPERSEDED);
        return new ArrayList<>(List.of(
                kept(REGISTRAR, new PartyRegistered("CH", REGISTRAR), Optional.empty()),
                kept(REGISTRAR, new PartyRegistered("CN", PARTY), Optional.empty()),
                kept(PARTY, added(FIRST), Optional.empty()),
                kept(PARTY, added(SECOND), Optional.of(FIRST)),
                kept(PARTY, new SigningRequired(true), Optional.of(SECOND)),
                kept(PARTY, new FacilityRegistered("CN", new FacilityId(id(50))), Optional.of(FIRST)),
                kept(PARTY, revoked, Optional.of(SECOND)),
                kept(PARTY, new FacilityRegistered("CN", new FacilityId(id(51))), Optional.of(SECOND))));
    }

    private static List<String> wrong(List<Kept> history, KeyReplay replay) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            long index = i + 1;
            Kept one = history.get(i);
            replay.next(index, START, one.statement(), one.record(), one.signature())
                    .ifPresent(refusal -> wrong.add(index + " " + refusal.code().slug()));
        }
        return wrong;
    }

    private List<String> afterChanging(int index, UnaryOperator<Kept> change) {
        List<Kept> history = history();
        history.set(index - 1, change.apply(history.get(index - 1)));
        return wrong(history, new KeyReplay());
    }

    @Test
    void the_keys_and_the_requirement_follow_from_the_statements() {
        KeyReplay replay = new KeyReplay();
        assertThat(wrong(history(), replay)).isEmpty();
        List<PartyKey> keys = List.of(
                new PartyKey(added(FIRST), 3, Optional.of(7L)), new PartyKey(added(SECOND), 4, Optional.empty()));
        List<Signing> signing = List.of(new Signing(PARTY, true, 5));
        assertThat(replay.book().allKeys()).isEqualTo(keys);
        assertThat(replay.book().allSigning()).isEqualTo(signing);
        assertThat(replay.differences(keys, signing)).isEmpty();
    }

    @Test
    void rows_that_differ_from_the_statements_are_named() {
        KeyReplay replay = new KeyReplay();
        assertThat(wrong(history(), replay)).isEmpty();
        List<PartyKey> keys = replay.book().allKeys();
        List<Signing> signing = replay.book().allSigning();
        PartyKey second = keys.get(1);
        String name = "key " + SECOND.thumbprint() + " of party " + PARTY;

        assertThat(replay.differences(List.of(keys.get(0)), signing))
                .containsExactly(name + " was added and is not kept");
        assertThat(replay.differences(List.of(keys.get(0), new PartyKey(added(FORGED), 4, Optional.empty())), signing))
                .containsExactlyInAnyOrder(
                        name + " was added and is not kept",
                        "key " + FORGED.thumbprint() + " of party " + PARTY + " was never added");
        PartyKey unrevoked = new PartyKey(keys.get(0).added(), 3, Optional.empty());
        assertThat(replay.differences(List.of(unrevoked, second), signing))
                .containsExactly("key " + FIRST.thumbprint() + " of party " + PARTY + " is not revoked as was stated");
        PartyKeyAdded longer =
                new PartyKeyAdded(PARTY, SECOND.key(), "press shop", START, START.plus(Duration.ofDays(700)));
        assertThat(replay.differences(List.of(keys.get(0), new PartyKey(longer, 4, Optional.empty())), signing))
                .containsExactly(name + " is not kept as it was stated");
        String requirement = "whether party " + PARTY + " signs is not kept as it was stated";
        assertThat(replay.differences(keys, List.of())).containsExactly(requirement);
        assertThat(replay.differences(keys, List.of(new Signing(PARTY, false, 5))))
                .containsExactly(requirement);
        assertThat(replay.differences(keys, List.of(new Signing(PARTY, true, 5), new Signing(REGISTRAR, true, 6))))
                .containsExactly("whether party " + REGISTRAR + " signs is not kept as it was stated");
    }

    /** A key of P-256 signs the same twice differently where its nonces are random. Only one of the two is committed to. */
    @Test
    void another_good_signature_by_the_same_key_is_not_the_recorded_one() throws GeneralSecurityException {
        KeyPair pair = generator().generateKeyPair();
        PartyPublicKey key = PartyPublicKey.ofInfo(pair.getPublic().getEncoded());
        TestKey random = new TestKey(key, message -> smaller(pair, key, message));
        Kept first = kept(PARTY, added(random), Optional.of(random));
        DetachedJws second = random.sign(first.statement());
        assertThat(second).isNotEqualTo(first.signature().orElseThrow());
        List<Kept> history = history().subList(0, 2);
        history.add(first);
        assertThat(wrong(history, new KeyReplay())).isEmpty();
        history.set(2, new Kept(first.statement(), first.record(), Optional.of(second)));
        assertThat(wrong(history, new KeyReplay())).containsExactly("3 signature-invalid");
    }

    private static KeyPairGenerator generator() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator;
    }

    /** The platform's signatures have the larger s half of the time, and are then made anew. */
    private static byte[] smaller(KeyPair pair, PartyPublicKey key, byte[] message) {
        try {
            Signature platform = Signature.getInstance("SHA256withECDSAinP1363Format");
            byte[] signature = new byte[0];
            while (!key.verifies(message, signature)) {
                platform.initSign(pair.getPrivate());
                platform.update(message);
                signature = platform.sign();
            }
            return signature;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_signature_that_is_not_the_recorded_one_is_found_where_it_stands() {
        assertThat(afterChanging(6, one -> new Kept(one.statement(), one.record(), Optional.empty())))
                .containsExactly("6 signature-invalid");
        assertThat(afterChanging(
                        6, one -> new Kept(one.statement(), one.record(), Optional.of(SECOND.sign(one.statement())))))
                .containsExactly("6 signature-invalid");
    }

    /** The record, and so every entry after it, would have to be made anew too; even then the keys tell. */
    @Test
    void a_record_made_anew_without_the_signature_or_under_another_key_is_found() {
        assertThat(afterChanging(6, one -> recorded(one.statement(), Optional.empty())))
                .containsExactly("6 signature-required");
        assertThat(afterChanging(6, one -> recorded(one.statement(), Optional.of(FORGED.sign(one.statement())))))
                .containsExactly("6 key-unknown");
        assertThat(afterChanging(8, one -> recorded(one.statement(), Optional.of(FIRST.sign(one.statement())))))
                .containsExactly("8 key-revoked");
        assertThat(afterChanging(
                        6,
                        one -> recorded(
                                kept(PARTY, new FacilityRegistered("DE", new FacilityId(id(50))), Optional.empty())
                                        .statement(),
                                one.signature())))
                .containsExactly("6 signature-invalid");
    }

    @Test
    void another_statement_than_the_recorded_one_is_found() {
        Statement other = kept(PARTY, new FacilityRegistered("DE", new FacilityId(id(50))), Optional.empty())
                .statement();
        assertThat(afterChanging(6, one -> new Kept(other, one.record(), one.signature())))
                .containsExactly("6 statement-unknown");
    }

    @Test
    void what_rests_on_a_forged_key_statement_is_wrong_as_well() {
        List<Kept> history = history();
        history.set(3, kept(PARTY, added(FORGED), Optional.empty()));
        assertThat(wrong(history, new KeyReplay()))
                .containsExactly("4 signature-required", "5 key-unknown", "7 key-unknown", "8 key-unknown");
    }
}
