package io.lodestone.evidence.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.statement.AccessGranted;
import io.lodestone.evidence.statement.AccessWithdrawn;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyDescribed;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.evidence.testing.InMemoryLedger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T07:30:00Z");
    private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-11-01T00:00:00+08:00");
    private static final PartyId REGISTRAR = new PartyId(id(1));
    private static final PartyId PARTY = new PartyId(id(2));
    private static final PartyId AUDITOR = new PartyId(id(3));
    private static final PartyId NOBODY = new PartyId(id(4));
    private static final GrantId GRANT = new GrantId(id(5));

    private final InMemoryLedger ledger = new InMemoryLedger();
    private int statements;

    private static Uuid7 id(int number) {
        return Uuid7.of(1, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, (byte) (number >> 8), (byte) number});
    }

    @BeforeEach
    void admitted() {
        for (PartyId party : List.of(REGISTRAR, PARTY, AUDITOR)) {
            assertThat(decide(REGISTRAR, new PartyRegistered("CN", party))).isEqualTo("accepted");
        }
    }

    private static Statement statement(PartyId actor, Body body, int number) {
        return new Statement(
                actor,
                List.of(),
                body,
                new StatementId(id(1_000 + number)),
                "log.example/1",
                Salt.of(new byte[Salt.LENGTH]),
                NOW);
    }

    private String decide(PartyId actor, Body body) {
        Statement made = statement(actor, body, ++statements);
        Decision decision = Acceptance.decide(Statement.parse(made.bytes()), ledger, "log.example/1", NOW);
        if (decision instanceof Decision.Accepted accepted) {
            ledger.apply(accepted.effects());
            return "accepted";
        }
        return ((Decision.Refused) decision).refusal().code().slug();
    }

    private static AccessGranted grant(PartyId auditor, Optional<List<LotId>> lots) {
        return new AccessGranted(GRANT, auditor, lots, THEN, THEN.plusDays(30));
    }

    @Test
    void a_grant_is_given_once_and_withdrawn_once_by_its_granter_alone() {
        assertThat(decide(PARTY, new AccessWithdrawn(GRANT))).isEqualTo("grant-unknown");
        assertThat(decide(PARTY, grant(AUDITOR, Optional.empty()))).isEqualTo("accepted");
        assertThat(decide(PARTY, grant(AUDITOR, Optional.empty()))).isEqualTo("grant-exists");
        assertThat(decide(AUDITOR, new AccessWithdrawn(GRANT))).isEqualTo("grant-unknown");
        assertThat(decide(PARTY, new AccessWithdrawn(GRANT))).isEqualTo("accepted");
        assertThat(decide(PARTY, new AccessWithdrawn(GRANT))).isEqualTo("grant-withdrawn");
    }

    @Test
    void an_auditor_is_another_party() {
        assertThat(decide(PARTY, grant(PARTY, Optional.empty()))).isEqualTo("party-unknown");
        assertThat(decide(PARTY, grant(NOBODY, Optional.empty()))).isEqualTo("party-unknown");
    }

    @Test
    void a_party_is_described_by_itself_or_the_registrar() {
        assertThat(decide(PARTY, new PartyDescribed(PARTY, THEN))).isEqualTo("accepted");
        assertThat(decide(REGISTRAR, new PartyDescribed(PARTY, THEN))).isEqualTo("accepted");
        assertThat(decide(AUDITOR, new PartyDescribed(PARTY, THEN))).isEqualTo("not-registrar");
        assertThat(decide(AUDITOR, new PartyDescribed(NOBODY, THEN))).isEqualTo("not-registrar");
        assertThat(decide(REGISTRAR, new PartyDescribed(NOBODY, THEN))).isEqualTo("party-unknown");
        assertThat(decide(PARTY, new PartyDescribed(PARTY, THEN.plusYears(1)))).isEqualTo("time-in-future");
    }

    @Test
    void a_scope_is_all_or_some_lots_in_order_and_a_period_ends_after_it_begins() {
        LotId first = new LotId(id(8));
        LotId second = new LotId(id(9));
        Statement good = statement(PARTY, grant(AUDITOR, Optional.of(List.of(first, second))), 1);
        assertThat(Statement.parse(good.bytes())).isEqualTo(good);
        String text = CanonicalJson.text(good.json());
        for (String wrong : List.of(
                text.replace("\"" + first + "\",", "\"" + second + "\","),
                text.replace("\"" + first + "\",\"" + second + "\"", ""),
                text.replace("[\"" + first + "\",\"" + second + "\"]", "\"some\""),
                text.replace("2026-12-01", "2026-11-01"))) {
            assertThat(wrong).isNotEqualTo(text);
            assertThatThrownBy(() -> Statement.parse(wrong.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(FormatException.class);
        }
    }
}
