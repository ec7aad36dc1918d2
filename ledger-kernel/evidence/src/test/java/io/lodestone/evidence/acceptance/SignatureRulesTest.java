package io.lodestone.evidence.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyKeyAdded;
import io.lodestone.evidence.statement.PartyKeyRevoked;
import io.lodestone.evidence.statement.PartyKeyRevoked.Reason;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.SigningRequired;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.TransferExpired;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.evidence.testing.InMemoryLedger;
import io.lodestone.evidence.testing.TestKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureRulesTest {

    private static final String LOG = "log.example/1";
    private static final Instant START = Instant.parse("2026-11-22T07:30:00Z");
    private static final PartyId REGISTRAR = new PartyId(id(1));
    private static final PartyId PARTY = new PartyId(id(2));
    private static final PartyId OTHER = new PartyId(id(3));
    private static final TestKey FIRST = TestKey.ed25519("first");
    private static final TestKey SECOND = TestKey.p256("second");
    private static final TestKey FOREIGN = TestKey.ed25519("foreign");

    private final InMemoryLedger ledger = new InMemoryLedger();
    private Instant now = START;
    private int statements;

    private static Uuid7 id(int number) {
        return Uuid7.of(1, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, (byte) (number >> 8), (byte) number});
    }

    @BeforeEach
    void admitted() {
        for (PartyId party : List.of(REGISTRAR, PARTY, OTHER)) {
            assertThat(unsigned(REGISTRAR, new PartyRegistered("CN", party))).isEqualTo("accepted");
        }
    }

    private Statement statement(PartyId actor, Body body) {
        Salt salt = Salt.of(new byte[Salt.LENGTH]);
        StatementId id = new StatementId(id(1_000 + ++statements));
        return Statement.parse(new Statement(actor, List.of(), body, id, LOG, salt, START).bytes());
    }

    private String decide(Statement statement, Optional<DetachedJws> signature) {
        Decision decision = Acceptance.decide(statement, signature, ledger, LOG, now);
        if (decision instanceof Decision.Accepted accepted) {
            ledger.apply(accepted.effects());
            return "accepted";
        }
        return ((Decision.Refused) decision).refusal().code().slug();
    }

    private String unsigned(PartyId actor, Body body) {
        return decide(statement(actor, body), Optional.empty());
    }

    private String signed(TestKey key, PartyId actor, Body body) {
        Statement statement = statement(actor, body);
        return decide(statement, Optional.of(key.sign(statement)));
    }

    private static PartyKeyAdded key(TestKey key) {
        return key(PARTY, key);
    }

    private static PartyKeyAdded key(PartyId party, TestKey key) {
        return new PartyKeyAdded(party, key.key(), "quality office", START, START.plus(Duration.ofDays(365)));
    }

    private static PartyKeyRevoked revoked(TestKey key) {
        return new PartyKeyRevoked(key.thumbprint(), Reason.COMPROMISED);
    }

    private FacilityRegistered anything() {
        return new FacilityRegistered("CN", new FacilityId(id(5_000 + statements)));
    }

    @Test
    void the_first_key_comes_unsigned_and_every_later_one_under_a_key_of_the_party() {
        assertThat(unsigned(PARTY, key(FIRST))).isEqualTo("accepted");
        assertThat(unsigned(PARTY, key(SECOND))).isEqualTo("signature-required");
        assertThat(signed(SECOND, PARTY, key(SECOND))).isEqualTo("key-unknown");
        assertThat(signed(FOREIGN, PARTY, key(SECOND))).isEqualTo("key-unknown");
        assertThat(signed(FIRST, PARTY, key(SECOND))).isEqualTo("accepted");
        assertThat(signed(SECOND, PARTY, key(TestKey.ed25519("third")))).isEqualTo("accepted");
    }

    @Test
    void the_first_key_may_show_itself_and_may_not_be_shown_by_another() {
        assertThat(signed(SECOND, PARTY, key(FIRST))).isEqualTo("key-unknown");
        Statement other = statement(PARTY, anything());
        assertThat(decide(statement(PARTY, key(FIRST)), Optional.of(FIRST.sign(other))))
                .isEqualTo("signature-invalid");
        assertThat(signed(FIRST, PARTY, key(FIRST))).isEqualTo("accepted");
    }

    @Test
    void the_registrar_gives_the_first_key_and_after_that_only_to_a_party_that_has_none_left_and_signs_for_it() {
        assertThat(unsigned(OTHER, key(PARTY, FIRST))).isEqualTo("not-registrar");
        assertThat(unsigned(REGISTRAR, key(new PartyId(id(9)), FIRST))).isEqualTo("party-unknown");
        assertThat(signed(FIRST, REGISTRAR, key(PARTY, FIRST))).isEqualTo("key-unknown");
        assertThat(unsigned(REGISTRAR, key(PARTY, FIRST))).isEqualTo("accepted");
        assertThat(unsigned(REGISTRAR, key(REGISTRAR, FOREIGN))).isEqualTo("accepted");
        assertThat(signed(FOREIGN, REGISTRAR, key(PARTY, SECOND))).isEqualTo("signature-required");
        assertThat(signed(FIRST, PARTY, revoked(FIRST))).isEqualTo("accepted");
        assertThat(unsigned(PARTY, key(SECOND))).isEqualTo("signature-required");
        assertThat(signed(FIRST, PARTY, key(SECOND))).isEqualTo("key-revoked");
        assertThat(signed(SECOND, PARTY, key(SECOND))).isEqualTo("key-unknown");
        assertThat(unsigned(REGISTRAR, key(PARTY, SECOND))).isEqualTo("signature-required");
        assertThat(signed(FOREIGN, REGISTRAR, key(PARTY, SECOND))).isEqualTo("accepted");
        assertThat(signed(SECOND, PARTY, anything())).isEqualTo("accepted");
    }

    @Test
    void a_signature_that_is_there_has_to_be_good_whether_it_was_required_or_not() {
        assertThat(signed(FIRST, PARTY, anything())).isEqualTo("key-unknown");
        assertThat(unsigned(PARTY, key(FIRST))).isEqualTo("accepted");
        assertThat(signed(FIRST, PARTY, anything())).isEqualTo("accepted");
        assertThat(signed(FIRST, OTHER, anything())).isEqualTo("key-unknown");
        Statement stated = statement(PARTY, anything());
        assertThat(decide(statement(PARTY, anything()), Optional.of(FIRST.sign(stated))))
                .isEqualTo("signature-invalid");
        assertThat(unsigned(PARTY, anything())).isEqualTo("accepted");
    }

    @Test
    void a_key_signs_from_its_first_moment_to_before_its_last() {
        PartyKeyAdded later =
                new PartyKeyAdded(PARTY, SECOND.key(), "next", START.plusSeconds(60), START.plusSeconds(120));
        assertThat(unsigned(PARTY, key(FIRST))).isEqualTo("accepted");
        assertThat(signed(FIRST, PARTY, later)).isEqualTo("accepted");
        now = START.plusMillis(59_999);
        assertThat(signed(SECOND, PARTY, anything())).isEqualTo("key-not-valid");
        now = START.plusSeconds(60);
        assertThat(signed(SECOND, PARTY, anything())).isEqualTo("accepted");
        now = START.plusMillis(119_999);
        assertThat(signed(SECOND, PARTY, anything())).isEqualTo("accepted");
        now = START.plusSeconds(120);
        assertThat(signed(SECOND, PARTY, anything())).isEqualTo("key-not-valid");
        assertThat(signed(FIRST, PARTY, new PartyKeyAdded(PARTY, FOREIGN.key(), "past", START, START.plusSeconds(120))))
                .isEqualTo("key-not-valid");
    }

    @Test
    void a_revoked_key_signs_nothing_after_that_and_is_revoked_once() {
        assertThat(unsigned(PARTY, key(FIRST))).isEqualTo("accepted");
        assertThat(signed(FIRST, PARTY, key(SECOND))).isEqualTo("accepted");
        assertThat(signed(FIRST, PARTY, revoked(FOREIGN))).isEqualTo("key-unknown");
        assertThat(unsigned(PARTY, revoked(FIRST))).isEqualTo("signature-required");
        assertThat(unsigned(OTHER, revoked(FIRST))).isEqualTo("key-unknown");
        assertThat(signed(SECOND, PARTY, revoked(FIRST))).isEqualTo("accepted");
        assertThat(signed(SECOND, PARTY, revoked(FIRST))).isEqualTo("key-revoked");
        assertThat(signed(FIRST, PARTY, anything())).isEqualTo("key-revoked");
        assertThat(signed(SECOND, PARTY, key(FIRST))).isEqualTo("key-exists");
        assertThat(unsigned(PARTY, anything())).isEqualTo("accepted");
    }

    @Test
    void what_is_required_is_required_of_every_kind_until_that_is_ended_under_a_signature() {
        assertThat(unsigned(PARTY, new SigningRequired(true))).isEqualTo("signature-required");
        assertThat(unsigned(PARTY, key(FIRST))).isEqualTo("accepted");
        assertThat(unsigned(PARTY, new SigningRequired(true))).isEqualTo("signature-required");
        assertThat(signed(FIRST, PARTY, new SigningRequired(false))).isEqualTo("signing-unchanged");
        assertThat(signed(FIRST, PARTY, new SigningRequired(true))).isEqualTo("accepted");
        assertThat(signed(FIRST, PARTY, new SigningRequired(true))).isEqualTo("signing-unchanged");
        assertThat(unsigned(PARTY, anything())).isEqualTo("signature-required");
        assertThat(unsigned(OTHER, anything())).isEqualTo("accepted");
        assertThat(unsigned(PARTY, new SigningRequired(false))).isEqualTo("signature-required");
        assertThat(signed(FIRST, PARTY, anything())).isEqualTo("accepted");
        assertThat(signed(FIRST, PARTY, new SigningRequired(false))).isEqualTo("accepted");
        assertThat(unsigned(PARTY, anything())).isEqualTo("accepted");
    }

    @Test
    void a_registrar_that_signs_still_states_unsigned_what_the_log_makes_due() {
        assertThat(unsigned(REGISTRAR, key(REGISTRAR, FIRST))).isEqualTo("accepted");
        assertThat(signed(FIRST, REGISTRAR, new SigningRequired(true))).isEqualTo("accepted");
        assertThat(unsigned(REGISTRAR, new PartyRegistered("DE", new PartyId(id(40)))))
                .isEqualTo("signature-required");
        assertThat(unsigned(REGISTRAR, new TransferExpired(new TransferId(id(41)), List.of())))
                .isEqualTo("transfer-unknown");
    }

    @Test
    void keys_are_so_many_at_a_time_and_so_many_in_all() {
        assertThat(unsigned(PARTY, key(FIRST))).isEqualTo("accepted");
        for (int i = 1; i < SignatureRules.MAX_USABLE; i++) {
            assertThat(signed(FIRST, PARTY, key(TestKey.ed25519("key " + i)))).isEqualTo("accepted");
        }
        assertThat(signed(FIRST, PARTY, key(TestKey.ed25519("one more")))).isEqualTo("key-limit");
        for (int i = SignatureRules.MAX_USABLE; i < SignatureRules.MAX_EVER; i++) {
            assertThat(signed(FIRST, PARTY, revoked(TestKey.ed25519("key " + (i - 1)))))
                    .isEqualTo("accepted");
            assertThat(signed(FIRST, PARTY, key(TestKey.ed25519("key " + i)))).isEqualTo("accepted");
        }
        assertThat(signed(FIRST, PARTY, revoked(TestKey.ed25519("key 1")))).isEqualTo("accepted");
        assertThat(signed(FIRST, PARTY, key(TestKey.ed25519("one more")))).isEqualTo("key-limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"from\":\"2026-11-22T07:30:00.000Z\" \"from\":\"2027-11-22T07:30:00.000Z\"",
                "\"until\":\"2027-11-22T07:30:00.000Z\" \"until\":\"2032-11-22T07:30:00.000Z\"",
                "\"until\":\"2027-11-22T07:30:00.000Z\" \"until\":null",
                "\"name\":\"quality\u00a0office\" \"name\":\"\"",
                "\"name\":\"quality\u00a0office\" \"name\":\"\\n\"",
                "\"party\": \"more\":1,\"party\":",
                "MCowBQYDK2VwAyEA MCowBQYDK2VuAyEA",
                "\"PartyKeyAdded\",\"version\":1 \"PartyKeyAdded\",\"version\":2"
            })
    void a_key_statement_is_read_strictly(String change) {
        String text = CanonicalJson.text(statement(PARTY, key(FIRST)).json());
        String[] parts = change.split(" ", 2);
        String wrong = text.replace(parts[0].replace('\u00a0', ' '), parts[1].replace('\u00a0', ' '));
        assertThat(wrong).isNotEqualTo(text);
        assertThatThrownBy(() -> Statement.parse(wrong.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FormatException.class);
    }

    @Test
    void revocations_and_requirements_are_read_strictly() {
        for (Body body : List.of(revoked(FIRST), new SigningRequired(true))) {
            String text = CanonicalJson.text(statement(PARTY, body).json());
            for (String[] change : new String[][] {
                {"compromised", "stolen"},
                {FIRST.thumbprint().toString(), FIRST.thumbprint().toString().substring(1)},
                {"true", "\"true\""},
                {"true", "null"}
            }) {
                String wrong = text.replace(change[0], change[1]);
                if (!wrong.equals(text)) {
                    assertThatThrownBy(() -> Statement.parse(wrong.getBytes(StandardCharsets.UTF_8)))
                            .isInstanceOf(FormatException.class);
                }
            }
        }
    }
}
