package io.lodestone.custody;

import static io.lodestone.custody.Ledger.accepted;
import static io.lodestone.custody.Ledger.bearer;
import static io.lodestone.custody.Ledger.statement;
import static io.lodestone.custody.Ledger.submit;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyKeyAdded;
import io.lodestone.evidence.statement.PartyKeyRevoked;
import io.lodestone.evidence.statement.PartyKeyRevoked.Reason;
import io.lodestone.evidence.statement.SigningRequired;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.testing.TestKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Refusals of signatures and keys. */
public final class KeyRefusals {

    static final TestKey FIRST = TestKey.ed25519("first");
    static final TestKey SECOND = TestKey.p256("second");

    private KeyRefusals() {}

    static PartyKeyAdded added(PartyId party, TestKey key) {
        Instant from = Instant.now().minusSeconds(60);
        return new PartyKeyAdded(party, key.key(), "quality office", from, from.plus(Duration.ofDays(365)));
    }

    static Refusals.Case of(Refusal.Code code, PartyId party) {
        accepted(submit(bearer(party), statement(party, added(party, FIRST))));
        return switch (code) {
            case SIGNATURE_REQUIRED -> unsigned(party, added(party, SECOND));
            case SIGNATURE_INVALID -> {
                Statement other = statement(party, new SigningRequired(true));
                Refusals.Case good = signed(party, new SigningRequired(true), FIRST);
                yield new Refusals.Case(good.bearer(), good.statement(), Optional.of(FIRST.sign(other)));
            }
            case KEY_UNKNOWN -> signed(party, new SigningRequired(true), SECOND);
            case KEY_EXISTS -> signed(party, added(party, FIRST), FIRST);
            case KEY_REVOKED -> {
                sent(signed(party, new PartyKeyRevoked(FIRST.thumbprint(), Reason.LOST), FIRST));
                yield signed(party, new SigningRequired(true), FIRST);
            }
            case KEY_NOT_VALID -> {
                Instant from = Instant.now().plusSeconds(3_600);
                sent(signed(party, new PartyKeyAdded(party, SECOND.key(), "next", from, from.plusSeconds(60)), FIRST));
                yield signed(party, new SigningRequired(true), SECOND);
            }
            case KEY_LIMIT -> {
                for (int i = 1; i < 16; i++) {
                    sent(signed(party, added(party, TestKey.ed25519("key " + i)), FIRST));
                }
                yield signed(party, added(party, SECOND), FIRST);
            }
            case SIGNING_UNCHANGED -> signed(party, new SigningRequired(false), FIRST);
            default -> throw new IllegalArgumentException(code.slug());
        };
    }

    /** Two keys, the first of which is revoked, and that the party has to sign. */
    public static void state(PartyId party) {
        accepted(submit(bearer(party), statement(party, added(party, FIRST))));
        sent(signed(party, added(party, SECOND), FIRST));
        sent(signed(party, new SigningRequired(true), SECOND));
        sent(signed(party, new PartyKeyRevoked(FIRST.thumbprint(), Reason.SUPERSEDED), SECOND));
    }

    private static Refusals.Case unsigned(PartyId party, Body body) {
        return new Refusals.Case(bearer(party), statement(party, body));
    }

    static Refusals.Case signed(PartyId party, Body body, TestKey key) {
        Statement statement = statement(party, body);
        return new Refusals.Case(bearer(party), statement, Optional.of(key.sign(statement)));
    }

    static void sent(Refusals.Case one) {
        accepted(submit(one.bearer(), one.statement(), one.signature()));
    }
}
