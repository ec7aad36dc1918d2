package io.lodestone.evidence.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.DrawInput;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.Registration;
import io.lodestone.evidence.provenance.RegistrationResult;
import io.lodestone.evidence.provenance.TransformationDraw;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.provenance.WantedOutput;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Substance;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.CertificateIssued;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Process;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every rule of acceptance, each broken once, on a lot that is otherwise in order. */
class AcceptanceTest {

    private static final String LOG = "log.example/test";
    private static final Instant NOW = Instant.parse("2026-11-22T07:30:00.000Z");
    private static final Mass KILOGRAM = new Mass(1_000_000_000);

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final PartyId registrar = new PartyId(id(1));
    private final PartyId refiner = new PartyId(id(2));
    private final PartyId maker = new PartyId(id(3));
    private final FacilityId plant = new FacilityId(id(4));
    private final LotId lot = new LotId(id(5));
    private final TransferId transfer = new TransferId(id(6));
    private final OriginProfile chinese = new OriginProfile(
            List.of(new OriginStep(
                    OriginStep.Kind.MINED, Places.of("CN"), Optional.empty(), Places.of("CN"), Places.of("CN"))),
            OriginProfile.Recycled.NONE,
            OriginProfile.Evidence.DECLARED);
    private final OriginVector vector = vector(KILOGRAM);
    private int next = 100;

    @BeforeEach
    void aRegisteredLot() {
        accept(registrar, new PartyRegistered("CH", registrar));
        accept(registrar, new PartyRegistered("CN", refiner));
        accept(registrar, new PartyRegistered("JP", maker));
        accept(refiner, new FacilityRegistered("CN", plant));
        accept(refiner, registered(lot, KILOGRAM, vector.digest()));
    }

    @Test
    void only_the_registrar_admits_parties_and_each_once() {
        refuse(refiner, new PartyRegistered("CN", new PartyId(id(50))), Code.NOT_REGISTRAR);
        refuse(registrar, new PartyRegistered("CN", refiner), Code.PARTY_EXISTS);
        refuse(new PartyId(id(51)), new FacilityRegistered("CN", new FacilityId(id(52))), Code.PARTY_UNKNOWN);
    }

    @Test
    void a_lot_is_made_once_at_ones_own_facility_with_the_vector_that_follows() {
        refuse(refiner, registered(lot, KILOGRAM, vector.digest()), Code.LOT_EXISTS);
        refuse(maker, registered(new LotId(id(60)), KILOGRAM, vector.digest()), Code.FACILITY_UNKNOWN);
        refuse(refiner, registered(new LotId(id(60)), KILOGRAM, chinese.digest()), Code.VECTOR_MISMATCH);
    }

    @Test
    void only_the_holder_uses_a_lot_and_only_at_its_version() {
        refuse(maker, split(1, KILOGRAM, vector), Code.NOT_HOLDER);
        refuse(refiner, split(2, KILOGRAM, vector), Code.LOT_MOVED);
        refuse(refiner, split(1, new Mass(1_000_000_001), vector(new Mass(2_000_000_000))), Code.VECTOR_MISMATCH);
        accept(refiner, split(1, KILOGRAM, vector));
        refuse(refiner, split(2, KILOGRAM, vector), Code.LOT_CONSUMED);
    }

    @Test
    void never_more_than_is_left() {
        LotsTransformed body = split(1, KILOGRAM, vector);
        Input greedy = new Input(body.inputs().get(0).of(), new Mass(1_000_000_001), Optional.empty(), vector);
        refuse(refiner, with(body, greedy, body.outputs()), Code.CONSUMES_MORE_THAN_LEFT);
    }

    @Test
    void outputs_are_exactly_what_the_draw_gives() {
        LotsTransformed body = split(1, KILOGRAM, vector);
        Output first = body.outputs().get(0);
        Output heavier = new Output(
                first.kind(),
                first.lot(),
                first.form(),
                first.mass().plus(new Mass(1)),
                first.open(),
                first.elements(),
                first.vector());
        Output second = body.outputs().get(1);
        refuse(refiner, with(body, body.inputs().get(0), List.of(heavier, second)), Code.MASS_NOT_CONSERVED);
        Output other = new Output(
                first.kind(),
                first.lot(),
                first.form(),
                first.mass(),
                first.open(),
                first.elements(),
                chinese.digest());
        refuse(refiner, with(body, body.inputs().get(0), List.of(other, second)), Code.VECTOR_MISMATCH);
    }

    @Test
    void an_offered_lot_rests_until_the_recipient_answers() {
        accept(refiner, offer(1, KILOGRAM, true));
        refuse(refiner, split(2, KILOGRAM, vector), Code.LOT_OFFERED);
        refuse(refiner, acceptance(2, KILOGRAM), Code.TRANSFER_UNKNOWN);
        refuse(maker, acceptance(1, KILOGRAM), Code.LOT_MOVED);
        refuse(maker, acceptance(2, new Mass(999_999_999)), Code.WEIGHING_DIFFERS);
        accept(maker, acceptance(2, KILOGRAM));
        refuse(maker, acceptance(3, KILOGRAM), Code.TRANSFER_CLOSED);
        assertThat(ledger.lot(lot)).get().satisfies(held -> {
            assertThat(held.holder()).isEqualTo(maker);
            assertThat(held.owner()).isEqualTo(maker);
            assertThat(held.version()).isEqualTo(3);
        });
    }

    @Test
    void a_toller_holds_but_does_not_own() {
        accept(refiner, offer(1, KILOGRAM, false));
        accept(maker, acceptance(2, KILOGRAM));
        publish();
        refuse(maker, certificate(3, KILOGRAM), Code.NOT_OWNER);
        accept(refiner, certificate(3, KILOGRAM));
    }

    @Test
    void offers_are_whole_and_to_a_registered_other_party() {
        refuse(refiner, offer(1, new Mass(1), true), Code.PARTIAL_OFFER);
        refuse(registrar, offer(1, KILOGRAM, true), Code.NOT_HOLDER);
        TransferOffered offer = offer(1, KILOGRAM, true);
        refuse(
                refiner,
                new TransferOffered(
                        transfer, refiner, true, "sale", offer.route(), offer.lots(), List.of(), offer.happened()),
                Code.PARTY_UNKNOWN);
    }

    @Test
    void certified_mass_is_counted_and_stays_in_the_lot() {
        refuse(refiner, certificate(1, KILOGRAM), Code.RULESET_UNKNOWN);
        publish();
        accept(refiner, certificate(1, new Mass(600_000_000)));
        refuse(refiner, certificate(2, new Mass(400_000_001)), Code.CERTIFIED_MASS);
        refuse(refiner, split(2, new Mass(400_000_001), vector), Code.CERTIFIED_MASS);
        accept(refiner, split(2, new Mass(400_000_000), vector));
    }

    @Test
    void a_certified_lot_stays_with_its_certificate() {
        publish();
        accept(refiner, certificate(1, new Mass(1)));
        refuse(refiner, offer(2, KILOGRAM, true), Code.CERTIFIED_MASS);
    }

    @Test
    void what_was_done_decides_the_step_and_nobody_else() {
        LotsTransformed split = split(1, KILOGRAM, vector);
        refuse(refiner, as(split, Process.METAL_MAKING, Optional.empty(), Mass.ZERO), Code.STEP_DIFFERS);
        refuse(refiner, as(split, Process.SPLIT, Optional.of(OriginStep.Kind.METAL), Mass.ZERO), Code.STEP_DIFFERS);
        refuse(
                refiner,
                as(split, Process.CALCINATION, Optional.of(OriginStep.Kind.MINED), Mass.ZERO),
                Code.STEP_DIFFERS);
    }

    @Test
    void a_split_neither_gains_mass_nor_sorts() {
        LotsTransformed split = split(1, KILOGRAM, vector);
        refuse(refiner, as(split, Process.SPLIT, Optional.empty(), new Mass(1)), Code.ONLY_HANDLED);
        refuse(refiner, as(split, Process.BLEND, Optional.empty(), new Mass(1)), Code.ONLY_HANDLED);
    }

    @Test
    void a_registrant_alone_only_declares() {
        OriginProfile attested =
                new OriginProfile(chinese.steps(), OriginProfile.Recycled.NONE, OriginProfile.Evidence.ATTESTED);
        LotRegistered lot = new LotRegistered(
                new LotId(id(61)),
                Form.OXIDE,
                KILOGRAM,
                List.of(Origins.byFraction("Dy2O3", "0.995", attested)),
                List.of(attested),
                site(),
                vector.digest(),
                happened());
        refuse(refiner, lot, Code.EVIDENCE_NOT_DECLARED);
    }

    private static LotsTransformed as(
            LotsTransformed body, Process process, Optional<OriginStep.Kind> step, Mass openGain) {
        return new LotsTransformed(
                process,
                step,
                body.technology(),
                body.site(),
                body.inputs(),
                body.outputs(),
                openGain,
                body.profiles(),
                body.happened());
    }

    @Test
    void the_log_and_the_time_are_judged() {
        Statement elsewhere = statement(refiner, offer(1, KILOGRAM, true), NOW, "log.example/other");
        assertRefused(elsewhere, Code.WRONG_LOG);
        assertRefused(statement(refiner, offer(1, KILOGRAM, true), NOW.plusMillis(5_001), LOG), Code.TIME_IN_FUTURE);
        TransferOffered offer = offer(1, KILOGRAM, true);
        TransferOffered early = new TransferOffered(
                transfer,
                maker,
                true,
                "sale",
                offer.route(),
                offer.lots(),
                List.of(),
                OffsetDateTime.ofInstant(NOW.plusMillis(600_001), ZoneOffset.ofHours(8)));
        refuse(refiner, early, Code.TIME_IN_FUTURE);
        accept(refiner, offer(1, KILOGRAM, true));
    }

    private LotRegistered registered(LotId id, Mass mass, Digest digest) {
        return new LotRegistered(
                id,
                Form.OXIDE,
                mass,
                List.of(LotMaterial.ofFraction(Substance.parse("Dy2O3"), DecimalText.parse("0.995"), chinese.digest())),
                List.of(chinese),
                site(),
                digest,
                happened());
    }

    private OriginVector vector(Mass mass) {
        RegistrationResult result = Registration.vector(
                mass,
                List.of(LotMaterial.ofFraction(
                        Substance.parse("Dy2O3"), DecimalText.parse("0.995"), chinese.digest())));
        return ((RegistrationResult.Registered) result).vector();
    }

    /** Splits what is consumed into two lots, half and half. */
    private LotsTransformed split(long version, Mass consumed, OriginVector remaining) {
        TransformationDraw draw = new TransformationDraw(
                List.of(new DrawInput(remaining, consumed)),
                Mass.ZERO,
                Optional.empty(),
                Map.of(chinese.digest(), chinese));
        List<DrawOutput> outputs = Origins.completed(
                draw,
                WantedOutput.share(OutputKind.PRODUCT, new Mass(consumed.micrograms() / 2)),
                WantedOutput.rest(OutputKind.PRODUCT));
        Drawn drawn = (Drawn) draw.draw(outputs);
        return new LotsTransformed(
                Process.SPLIT,
                Optional.empty(),
                Places.of("CN"),
                site(),
                List.of(new Input(new LotVersion(lot, version), consumed, Optional.empty(), remaining)),
                List.of(output(outputs, drawn, 0), output(outputs, drawn, 1)),
                Mass.ZERO,
                List.of(chinese),
                happened());
    }

    private Output output(List<DrawOutput> outputs, Drawn drawn, int i) {
        return new Output(
                OutputKind.PRODUCT,
                Optional.of(new LotId(id(70 + i))),
                Optional.of(Form.OXIDE),
                outputs.get(i).mass(),
                outputs.get(i).open(),
                Optional.empty(),
                drawn.outputs().get(i).digest());
    }

    private static LotsTransformed with(LotsTransformed body, Input input, List<Output> outputs) {
        return new LotsTransformed(
                body.process(),
                body.step(),
                body.technology(),
                body.site(),
                List.of(input),
                outputs,
                body.openGain(),
                body.profiles(),
                body.happened());
    }

    private TransferOffered offer(long version, Mass mass, boolean titlePasses) {
        return new TransferOffered(
                transfer,
                maker,
                titlePasses,
                "sale",
                new TransferOffered.Route("CN", List.of(), "JP"),
                List.of(new TransferOffered.Offered(new LotVersion(lot, version), mass)),
                List.of(),
                happened());
    }

    private TransferAccepted acceptance(long version, Mass weighed) {
        return new TransferAccepted(
                transfer, List.of(new TransferAccepted.Weighed(new LotVersion(lot, version), weighed)), happened());
    }

    private void publish() {
        accept(registrar, new RulesetPublished("rules", "1", LocalDate.of(2026, 10, 9), chinese.digest()));
    }

    private CertificateIssued certificate(long version, Mass mass) {
        return new CertificateIssued(
                new CertificateId(id(next++)),
                chinese.digest(),
                "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg",
                List.of(new CertificateIssued.Certified(new LotVersion(lot, version), mass, vector.digest())),
                "origin",
                chinese.digest());
    }

    private Site site() {
        return new Site("CN", plant, Optional.empty(), Places.of("CN"));
    }

    private static OffsetDateTime happened() {
        return OffsetDateTime.ofInstant(NOW, ZoneOffset.ofHours(8));
    }

    private void accept(PartyId actor, Body body) {
        Decision decision = Acceptance.decide(statement(actor, body, NOW, LOG), ledger, LOG, NOW);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        ledger.apply(((Decision.Accepted) decision).effects());
    }

    private void refuse(PartyId actor, Body body, Code code) {
        assertRefused(statement(actor, body, NOW, LOG), code);
    }

    private void assertRefused(Statement statement, Code code) {
        assertThat(Acceptance.decide(statement, ledger, LOG, NOW))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    /** Every statement of this test is also read back from its bytes, as the service does. */
    private Statement statement(PartyId actor, Body body, Instant time, String log) {
        Statement statement =
                new Statement(actor, List.of(), body, new StatementId(id(next++)), log, Salt.of(new byte[16]), time);
        return Statement.parse(statement.bytes());
    }

    private static Uuid7 id(int number) {
        return Uuid7.of(NOW.toEpochMilli(), new byte[] {0, 0, 0, 0, 0, 0, 0, 0, (byte) (number >> 8), (byte) number});
    }
}
