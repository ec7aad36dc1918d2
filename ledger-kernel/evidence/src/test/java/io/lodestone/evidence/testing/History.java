package io.lodestone.evidence.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.acceptance.Acceptance;
import io.lodestone.evidence.acceptance.Decision;
import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotsRecomputed;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A log of accepted statements over an in-memory ledger, with one registrar and one party that has one facility. */
public final class History {

    public static final String LOG = "log.example/test";
    public static final Instant NOW = Instant.parse("2026-11-22T07:30:00.000Z");

    public final InMemoryLedger ledger = new InMemoryLedger();
    public final PartyId registrar = new PartyId(id(1));
    public final PartyId party = new PartyId(id(2));
    public final FacilityId plant = new FacilityId(id(3));
    public final List<Statement> log = new ArrayList<>();
    public final Recomputer recomputer = new Recomputer(ledger);
    private long next = 100;
    private Instant now = NOW;

    public History() {
        accept(registrar, new PartyRegistered("CH", registrar));
        accept(registrar, new PartyRegistered("CN", party));
        accept(party, new FacilityRegistered("CN", plant));
    }

    public Statement accept(Body body) {
        return accept(party, body);
    }

    /** What is stated from now on is sequenced at that time. */
    public void at(Instant time) {
        now = time;
    }

    /** Every statement is also read back from its bytes, as the service does. */
    public Statement accept(PartyId actor, Body body) {
        Statement statement = statement(actor, body);
        Decision decision = Acceptance.decide(statement, ledger, LOG, now);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        ledger.apply(statement, ((Decision.Accepted) decision).effects());
        log.add(statement);
        recomputer.told(log.size(), statement);
        return statement;
    }

    public Refusal refused(PartyId actor, Body body) {
        Decision decision = Acceptance.decide(statement(actor, body), ledger, LOG, now);
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).refusal();
    }

    private Statement statement(PartyId actor, Body body) {
        Statement made =
                new Statement(actor, List.of(), body, new StatementId(id(next++)), LOG, Salt.of(new byte[16]), NOW);
        return Statement.parse(made.bytes());
    }

    /** One part of the oldest pending correction; false where none is pending. */
    public boolean recompute(int maxSteps) {
        Optional<LotsRecomputed> part = recomputer.next(maxSteps);
        part.ifPresent(body -> accept(registrar, body));
        return part.isPresent();
    }

    public Holding lot(LotId lot) {
        return ledger.lot(lot).orElseThrow();
    }

    public LotId freshLot() {
        return new LotId(id(next++));
    }

    public static OffsetDateTime happened() {
        return OffsetDateTime.ofInstant(NOW, ZoneOffset.UTC);
    }

    public static Uuid7 id(long number) {
        return Uuid7.of(
                NOW.toEpochMilli(),
                ByteBuffer.allocate(10).putShort((short) 0).putLong(number).array());
    }
}
