package io.lodestone.evidence.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.provenance.DrawInput;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginProfile.Recycled;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.provenance.TransformationDraw;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.AssayRecorded.Basis;
import io.lodestone.evidence.statement.AssayRecorded.Rank;
import io.lodestone.evidence.statement.AssayRecorded.Sampled;
import io.lodestone.evidence.statement.AssayRecorded.Stage;
import io.lodestone.evidence.statement.AssayResult;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Conduct;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotDescription;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.MeasuredElement;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Process;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.evidence.testing.InMemoryLedger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What version 2 of the bodies says of lots, assays and transformations, each rule broken by one unit. */
class MeasurementTest {

    private static final String LOG = "log.example/test";
    private static final Instant NOW = Instant.parse("2026-11-22T07:30:00.000Z");
    private static final OriginProfile CHINESE = Origins.profile("CN", OriginStep.Kind.MINED);

    /** 1 g: 600 mg Dy, 300 mg Nd, 100 mg open. */
    private static final OriginVector LOT =
            Origins.lot(1_000_000, Origins.byMass("Dy", 600_000, CHINESE), Origins.byMass("Nd", 300_000, CHINESE));

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final PartyId maker = new PartyId(id(1));
    private final FacilityId plant = new FacilityId(id(2));
    private final LotId lot = new LotId(id(3));
    private int next = 100;

    @BeforeEach
    void aRegisteredLot() {
        accept(new PartyRegistered("CN", maker));
        accept(new FacilityRegistered("CN", plant));
        accept(registered(lot, described(Optional.empty(), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "0.995, 0.003, 0.005, 0.004, 2, true",
        // 0.003^2 + 0.004^2 = 0.005^2: the whole and just the joint uncertainty
        "0.995, 0.003, 0.01, 0.004, 2, true",
        "0.995, 0.003, 0.010000000000000001, 0.004, 2, false",
        // k = 1 counts twice, so that half the uncertainty is as much
        "0.995, 0.0015, 0.01, 0.002, 1, true",
        "0.995, 0.0015, 0.010000000000000001, 0.002, 1, false"
    })
    void an_assay_adds_up_to_the_whole_and_its_joint_uncertainty_at_most(
            String one, String u1, String other, String u2, String k, boolean stands) {
        AssayRecorded assay =
                assay(Optional.empty(), List.of(result("Dy2O3", one, u1, k), result("Tb4O7", other, u2, k)));
        if (stands) {
            accept(assay);
        } else {
            refuse(assay, Code.ASSAY_EXCEEDS_WHOLE, "body.results");
        }
    }

    @Test
    void what_lies_below_a_limit_or_in_a_range_adds_the_least_it_may_be() {
        DecimalText almost = DecimalText.parse("0.999999");
        accept(assay(
                Optional.empty(),
                List.of(
                        new AssayResult("Dy2O3", almost, Optional.empty(), Optional.empty()),
                        below("Tb4O7", "0.01"),
                        range("Nd2O3", "0.000001", "0.02"))));
        refuse(
                assay(
                        Optional.empty(),
                        List.of(
                                new AssayResult("Dy2O3", almost, Optional.empty(), Optional.empty()),
                                range("Nd2O3", "0.000002", "0.02"))),
                Code.ASSAY_EXCEEDS_WHOLE,
                "body.results");
    }

    @Test
    void an_assay_takes_the_place_of_one_of_the_same_lot_alone() {
        LotId other = new LotId(id(4));
        accept(registered(other, described(Optional.empty(), Optional.empty())));
        AssayRecorded first = assay(Optional.empty(), List.of(below("Tb4O7", "0.01")));
        accept(first);
        AssayRecorded elsewhere = new AssayRecorded(
                new AssayId(id(next++)),
                new LotVersion(other, 1),
                Basis.OXIDE,
                "ICP-MS",
                Optional.empty(),
                Optional.empty(),
                List.of(below("Tb4O7", "0.001")),
                happened(),
                Optional.of(new Rank(Stage.UMPIRE, Sampled.DRY, Optional.of(first.assay()))));
        refuse(elsewhere, Code.ASSAY_UNKNOWN, "body.supersedes");
        refuse(assay(Optional.of(new AssayId(id(99))), first.results()), Code.ASSAY_UNKNOWN, "body.supersedes");
        accept(assay(Optional.of(first.assay()), first.results()));
    }

    @Test
    void a_description_does_not_contradict_the_mass() {
        LotId fresh = new LotId(id(5));
        Mass mass = LOT.total();
        refuse(
                registered(fresh, described(Optional.of(mass.minus(new Mass(1))), Optional.empty())),
                Code.DESCRIPTION_CONTRADICTS,
                "body.description.grossUg");
        refuse(
                registered(fresh, described(Optional.empty(), Optional.of("0.100000001"))),
                Code.DESCRIPTION_CONTRADICTS,
                "body.description.moisture");
        accept(registered(fresh, described(Optional.of(mass), Optional.of("0.1"))));
    }

    @Test
    void an_output_is_described_under_the_same_rules() {
        LotDescription wet = described(Optional.empty(), Optional.of("0.200000001"));
        refuse(metal(Process.CALCINATION, plain(), List.of(), wet), Code.DESCRIPTION_CONTRADICTS, null);
        accept(metal(Process.CALCINATION, plain(), List.of(), described(Optional.empty(), Optional.of("0.2"))));
    }

    /** The book says 240,000 µg Dy; output ± 3,000 and input ± 4,000 give ± 5,000 together. */
    @ParameterizedTest
    @CsvSource({
        "240000, ",
        "245000, ",
        "245001, ELEMENT_EXCEEDS_INPUTS",
        "239999, MEASURED_BELOW_BOOK",
    })
    void a_measured_mass_is_held_against_the_book(long dy, Code code) {
        LotsTransformed body = metal(
                Process.CALCINATION,
                plain(),
                List.of(new MeasuredElement(Element.DY, new Mass(dy), new Mass(3_000))),
                described(Optional.empty(), Optional.empty()));
        if (code == null) {
            accept(body);
        } else {
            refuse(body, code, "body.outputs[0].measured");
        }
    }

    @Test
    void an_element_of_no_input_is_not_measured_into_being() {
        List<MeasuredElement> terbium = List.of(new MeasuredElement(Element.TB, new Mass(2), new Mass(1)));
        refuse(
                metal(Process.CALCINATION, plain(), terbium, described(Optional.empty(), Optional.empty())),
                Code.ELEMENT_NOT_IN_INPUTS,
                "body.outputs[0].measured");
    }

    @Test
    void recycling_says_what_it_makes_and_nothing_else_does() {
        LotDescription any = described(Optional.empty(), Optional.empty());
        Conduct recycled = new Conduct(Optional.empty(), Places.of("CN"), Optional.of(Recycled.PRE_CONSUMER));
        refuse(metal(Process.RECYCLING, plain(), List.of(), any), Code.STEP_DIFFERS, "body.recycled");
        refuse(metal(Process.CALCINATION, recycled, List.of(), any), Code.STEP_DIFFERS, "body.recycled");
        LotsTransformed body = metal(Process.RECYCLING, recycled, List.of(), any);
        accept(body);
        assertThat(((Drawn) body.draw()).arisen().values()).containsExactly(CHINESE.recycledAs(Recycled.PRE_CONSUMER));
    }

    @Test
    void nothing_starts_after_it_ended() {
        LotDescription any = described(Optional.empty(), Optional.empty());
        Conduct late = new Conduct(Optional.of(happened().plusNanos(1_000_000)), Places.of("CN"), Optional.empty());
        refuse(metal(Process.CALCINATION, late, List.of(), any), Code.TIME_REVERSED, "body.started");
        Conduct atOnce = new Conduct(Optional.of(happened()), Places.of("CN"), Optional.empty());
        accept(metal(Process.CALCINATION, atOnce, List.of(), any));
    }

    private static Conduct plain() {
        return new Conduct(Optional.empty(), Places.of(Places.UNKNOWN), Optional.empty());
    }

    private static LotDescription described(Optional<Mass> gross, Optional<String> moisture) {
        return new LotDescription(
                CustodyModel.SEGREGATED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("N42SH"),
                gross,
                moisture.map(DecimalText::parse));
    }

    private LotRegistered registered(LotId fresh, LotDescription description) {
        return new LotRegistered(
                fresh,
                Form.MIXED,
                LOT.total(),
                List.of(Origins.byMass("Dy", 600_000, CHINESE), Origins.byMass("Nd", 300_000, CHINESE)),
                List.of(CHINESE),
                site(),
                LOT.digest(),
                happened(),
                Optional.of(description));
    }

    private AssayRecorded assay(Optional<AssayId> supersedes, List<AssayResult> results) {
        return new AssayRecorded(
                new AssayId(id(next++)),
                new LotVersion(lot, ledger.lot(lot).orElseThrow().version()),
                Basis.OXIDE,
                "ICP-OES",
                Optional.empty(),
                Optional.empty(),
                results,
                happened(),
                Optional.of(new Rank(Stage.FINAL, Sampled.AS_IS, supersedes)));
    }

    private static AssayResult result(String substance, String fraction, String uncertainty, String k) {
        return new AssayResult(
                substance,
                DecimalText.parse(fraction),
                Optional.of(DecimalText.parse(uncertainty)),
                Optional.of(DecimalText.parse(k)));
    }

    private static AssayResult below(String substance, String limit) {
        return other(substance, Optional.of(limit), Optional.empty(), Optional.empty());
    }

    private static AssayResult range(String substance, String from, String to) {
        return other(substance, Optional.empty(), Optional.of(from), Optional.of(to));
    }

    private static AssayResult other(
            String substance, Optional<String> below, Optional<String> from, Optional<String> to) {
        return new AssayResult(
                substance,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                below.map(DecimalText::parse),
                from.map(DecimalText::parse),
                to.map(DecimalText::parse));
    }

    /** 0.5 g of the lot: 400 mg with 80 mg open, so 240 mg Dy (stated) and 80 mg Nd; 10 mg open gain; the rest is lost. */
    private LotsTransformed metal(
            Process process, Conduct conduct, List<MeasuredElement> measured, LotDescription description) {
        Mass consumed = new Mass(500_000);
        Mass gain = new Mass(30_000);
        TransformationDraw draw = new TransformationDraw(
                List.of(new DrawInput(LOT, consumed)),
                gain,
                Optional.empty(),
                Origins.known(CHINESE),
                conduct.recycled());
        StatedElements elements = Origins.elements("Dy", 240_000, "Nd", 80_000);
        List<DrawOutput> outputs = List.of(
                new DrawOutput(OutputKind.PRODUCT, new Mass(400_000), new Mass(80_000), Optional.of(elements)),
                DrawOutput.of(OutputKind.LOSS, new Mass(130_000), Mass.ZERO));
        Drawn drawn = Origins.drawn(draw, outputs);
        StatedElements uncertain = Origins.elements("Dy", 4_000);
        return new LotsTransformed(
                process,
                process.step(),
                Places.of("CN"),
                site(),
                List.of(new Input(
                        new LotVersion(lot, ledger.lot(lot).orElseThrow().version()),
                        consumed,
                        Optional.empty(),
                        LOT,
                        Optional.of(uncertain))),
                List.of(product(drawn, elements, description, measured), loss(drawn)),
                gain,
                List.of(CHINESE),
                happened(),
                Optional.of(conduct));
    }

    private Output product(
            Drawn drawn, StatedElements elements, LotDescription description, List<MeasuredElement> measured) {
        return new Output(
                OutputKind.PRODUCT,
                Optional.of(new LotId(id(next++))),
                Optional.of(Form.METAL),
                new Mass(400_000),
                new Mass(80_000),
                Optional.of(elements),
                drawn.outputs().get(0).digest(),
                Optional.of(description),
                measured);
    }

    private static Output loss(Drawn drawn) {
        return new Output(
                OutputKind.LOSS,
                Optional.empty(),
                Optional.empty(),
                new Mass(130_000),
                Mass.ZERO,
                Optional.empty(),
                drawn.outputs().get(1).digest());
    }

    private Site site() {
        return new Site("CN", plant, Optional.empty(), Places.of("CN"));
    }

    private static OffsetDateTime happened() {
        return OffsetDateTime.ofInstant(NOW, ZoneOffset.ofHours(8));
    }

    private void accept(Body body) {
        Decision decision = decide(body);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        ledger.apply(((Decision.Accepted) decision).effects());
    }

    private void refuse(Body body, Code code, @org.jspecify.annotations.Nullable String path) {
        assertThat(decide(body)).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(code);
            if (path != null) {
                assertThat(refused.refusal().path()).isEqualTo(path);
            }
        });
    }

    private Decision decide(Body body) {
        Statement statement =
                new Statement(maker, List.of(), body, new StatementId(id(next++)), LOG, Salt.of(new byte[16]), NOW);
        return Acceptance.decide(Statement.parse(statement.bytes()), ledger, LOG, NOW);
    }

    private static Uuid7 id(int number) {
        return Uuid7.of(NOW.toEpochMilli(), new byte[] {0, 0, 0, 0, 0, 0, 0, 0, (byte) (number >> 8), (byte) number});
    }
}
