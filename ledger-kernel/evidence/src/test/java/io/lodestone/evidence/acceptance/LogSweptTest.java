package io.lodestone.evidence.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.acceptance.Decision.Accepted;
import io.lodestone.evidence.acceptance.Decision.Refused;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LogSwept;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.evidence.testing.InMemoryLedger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a log was swept is stated by its registrar and changes nothing. */
class LogSweptTest {

    private static final String LOG = "local.lodestone.example/log";
    private static final Instant TIME = Instant.parse("2026-11-23T02:00:04Z");
    private static final Digest DIGEST = Digest.sha256(new byte[0]);
    private static final PartyId REGISTRAR = new PartyId(Uuid7.of(1, new byte[10]));
    private static final PartyId OTHER = new PartyId(Uuid7.of(2, new byte[10]));

    private static Decision decided(PartyId actor) {
        InMemoryLedger ledger = new InMemoryLedger();
        for (PartyId party : List.of(REGISTRAR, OTHER)) {
            ledger.apply(new Effects(List.of(), List.of(new Effect.PartyAdmitted(party))));
        }
        return Acceptance.decide(statement(actor), ledger, LOG, TIME);
    }

    private static Statement statement(PartyId actor) {
        return new Statement(
                actor,
                List.of(),
                new LogSwept(3, DIGEST, DIGEST, 1_000),
                new StatementId(Uuid7.of(3, new byte[10])),
                LOG,
                Salt.of(new byte[Salt.LENGTH]),
                TIME);
    }

    @Test
    void the_registrar_states_it_and_nothing_changes() {
        assertThat(decided(REGISTRAR)).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.effects().lots()).isEmpty();
            assertThat(accepted.effects().others()).isEmpty();
        });
        assertThat(decided(OTHER))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(Refusal.Code.NOT_REGISTRAR));
    }

    @Test
    void it_is_read_as_it_was_written_and_counts_from_nought() {
        byte[] bytes = statement(REGISTRAR).bytes();
        assertThat(Statement.parse(bytes).bytes()).isEqualTo(bytes);
        String less = new String(bytes, StandardCharsets.UTF_8).replace("\"found\":3", "\"found\":-1");
        assertThatThrownBy(() -> Statement.parse(less.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("body.found");
    }
}
