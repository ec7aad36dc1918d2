package io.lodestone.evidence.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.RulesetPublished;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.evidence.testing.InMemoryLedger;
import io.lodestone.evidence.testing.PoolBook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A refiner with two plants, a stranger, and a ledger that decides; every statement is read back from its bytes. */
final class PoolScene {

    private static final String LOG = "log.example/test";
    private static final Instant NOW = Instant.parse("2026-11-22T07:30:00.000Z");

    private final InMemoryLedger ledger = new InMemoryLedger();
    private int next = 1;
    private final PartyId registrar = new PartyId(id());
    private final PartyId refiner = new PartyId(id());
    private final PartyId stranger = new PartyId(id());
    private final FacilityId plant = new FacilityId(id());
    private final FacilityId otherPlant = new FacilityId(id());

    private final FacilityId strangersPlant = new FacilityId(id());

    PoolScene() {
        accept(registrar, new PartyRegistered("CH", registrar));
        accept(registrar, new PartyRegistered("CN", refiner));
        accept(registrar, new PartyRegistered("JP", stranger));
        accept(refiner, new FacilityRegistered("CN", plant));
        accept(refiner, new FacilityRegistered("CN", otherPlant));
    }

    InMemoryLedger ledger() {
        return ledger;
    }

    Holding holding(LotId lot) {
        return ledger.lot(lot).orElseThrow();
    }

    PartyId stranger() {
        return stranger;
    }

    Site site() {
        return new Site("CN", plant, Optional.empty(), Places.of("CN"));
    }

    Site otherSite() {
        return new Site("CN", otherPlant, Optional.empty(), Places.of("CN"));
    }

    /** So many minutes after the first thing happened. */
    OffsetDateTime at(long minutes) {
        return OffsetDateTime.ofInstant(NOW.minusSeconds(600_000), ZoneOffset.ofHours(8))
                .plusMinutes(minutes);
    }

    LotId lot() {
        return new LotId(id());
    }

    TransferId transfer() {
        return new TransferId(id());
    }

    Uuid7 id() {
        int number = next++;
        return Uuid7.of(
                NOW.toEpochMilli(),
                new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) (number >> 16), (byte) (number >> 8), (byte) number});
    }

    void publish(Digest ruleset) {
        accept(registrar, new RulesetPublished("rules", "1", LocalDate.of(2026, 10, 9), ruleset));
    }

    Site strangersSite() {
        return new Site("JP", strangersPlant, Optional.empty(), Places.of("JP"));
    }

    /** The stranger registers a lot and hands it over to the refiner, who holds it then and does not own it. */
    void tolled(LotRegistered lot) {
        accept(stranger, new FacilityRegistered("JP", strangersPlant));
        accept(stranger, lot);
        TransferId transfer = transfer();
        accept(
                stranger,
                new TransferOffered(
                        transfer,
                        refiner,
                        false,
                        "tolling",
                        new TransferOffered.Route("JP", List.of(), "CN"),
                        List.of(new TransferOffered.Offered(new LotVersion(lot.lot(), 1), lot.mass())),
                        List.of(),
                        lot.happened()));
        accept(new TransferAccepted(
                transfer,
                List.of(new TransferAccepted.Weighed(new LotVersion(lot.lot(), 2), lot.mass())),
                lot.happened()));
    }

    void accept(Body body) {
        accept(refiner, body);
    }

    void accept(PartyId actor, Body body) {
        Decision decision = decide(actor, body);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        ledger.apply(((Decision.Accepted) decision).effects());
    }

    /** The reason, for a test that reads it. */
    String refuse(Body body, Refusal.Code code) {
        return refuse(refiner, body, code);
    }

    String refuse(PartyId actor, Body body, Refusal.Code code) {
        Decision decision = decide(actor, body);
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        Refusal refusal = ((Decision.Refused) decision).refusal();
        assertThat(refusal.code()).as(refusal.toString()).isEqualTo(code);
        return refusal.reason();
    }

    boolean isAccepted(Body body) {
        return decide(refiner, body) instanceof Decision.Accepted;
    }

    private Decision decide(PartyId actor, Body body) {
        Statement statement =
                new Statement(actor, List.of(), body, new StatementId(id()), LOG, Salt.of(new byte[16]), NOW);
        return Acceptance.decide(Statement.parse(statement.bytes()), ledger, LOG, NOW);
    }

    static PoolBook.Out product(LotId lot, long ug, Optional<StatedElements> elements, CustodyModel model) {
        return new PoolBook.Out(
                Optional.of(lot), new DrawOutput(OutputKind.PRODUCT, new Mass(ug), Mass.ZERO, elements), model);
    }
}
