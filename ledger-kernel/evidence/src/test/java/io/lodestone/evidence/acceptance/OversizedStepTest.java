package io.lodestone.evidence.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.DrawInput;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.TransformationDraw;
import io.lodestone.evidence.provenance.UnknownOrigin;
import io.lodestone.evidence.provenance.WantedOutput;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsRecomputed;
import io.lodestone.evidence.statement.LotsRecomputed.Redone;
import io.lodestone.evidence.statement.LotsRecomputed.Step;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.Process;
import io.lodestone.evidence.statement.Replacement.OfRegistration;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.testing.History;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A lot is split into many, these and another are made into one. The first turns out to have many origins, so that what
 * all the parts hold is more than a statement has room for.
 */
class OversizedStepTest {

    private static final long PART = 30_000;
    private static final Element DYSPROSIUM = Element.parse("Dy");
    private static final List<OriginProfile> ORIGINS =
            List.of("CN", "AU", "US", "BR", "IN", "VN", "MY", "DE", "FR", "JP").stream()
                    .flatMap(country -> IntStream.rangeClosed(1, 3)
                            .mapToObj(steps -> Origins.profile(
                                    country,
                                    Collections.nCopies(steps, Kind.MINED).toArray(Kind[]::new))))
                    .sorted(Comparator.comparing(OriginProfile::digest))
                    .toList();

    private final History history = new History();
    private final Site site = new Site("CN", history.plant, Optional.empty(), Places.of("CN"));

    private final LotId first = history.freshLot();
    private Statement root = register(first, PART);
    private List<LotId> parts = List.of();
    private LotId other = first;
    private LotId last = first;

    private void grown(int lots) {
        root = register(history.freshLot(), lots * PART);
        parts = make(root.body().creates(), Collections.nCopies(lots, PART));
        other = register(history.freshLot(), PART).body().creates().get(0);
        List<LotId> all = new ArrayList<>(parts);
        all.add(other);
        List<LotId> mixed = make(all, List.of((lots + 1) * PART));
        last = make(mixed, List.of((lots + 1) * PART)).get(0);
    }

    private Statement register(LotId lot, long ug) {
        OfRegistration made = from(ug, 1);
        return history.accept(new LotRegistered(
                lot,
                Form.METAL,
                made.mass(),
                made.material(),
                made.profiles(),
                site,
                made.vector(),
                History.happened()));
    }

    private static OfRegistration from(long ug, int origins) {
        List<OriginProfile> profiles = ORIGINS.subList(0, origins);
        List<LotMaterial> material = profiles.stream()
                .map(profile -> Origins.byMass("Dy", ug / origins, profile))
                .toList();
        OriginVector vector = Origins.lot(ug, material.toArray(LotMaterial[]::new));
        return new OfRegistration(new Mass(ug), material, profiles, vector.digest());
    }

    private List<LotId> make(List<LotId> from, List<Long> masses) {
        List<Input> inputs = new ArrayList<>();
        List<DrawInput> drawn = new ArrayList<>();
        TreeMap<Digest, OriginProfile> named = new TreeMap<>();
        for (LotId lot : from.stream().sorted().toList()) {
            OriginVector held = history.recomputer.held(lot);
            inputs.add(
                    new Input(new LotVersion(lot, history.lot(lot).version()), held.total(), Optional.empty(), held));
            drawn.add(new DrawInput(held, held.total()));
            held.profiles().forEach(profile -> named.put(profile, history.recomputer.profile(profile)));
        }
        TransformationDraw draw = new TransformationDraw(drawn, Mass.ZERO, Optional.empty(), named);
        List<DrawOutput> wanted = Origins.completed(
                draw,
                masses.stream()
                        .map(mass -> WantedOutput.share(OutputKind.PRODUCT, new Mass(mass)))
                        .toArray(WantedOutput[]::new));
        List<OriginVector> vectors = Origins.drawn(draw, wanted).outputs();
        List<Output> outputs = IntStream.range(0, masses.size())
                .mapToObj(i -> new Output(
                        OutputKind.PRODUCT,
                        Optional.of(history.freshLot()),
                        Optional.of(Form.METAL),
                        wanted.get(i).mass(),
                        wanted.get(i).open(),
                        Optional.empty(),
                        vectors.get(i).digest()))
                .toList();
        return history.accept(new LotsTransformed(
                        Process.SPLIT,
                        Optional.empty(),
                        Places.of("CN"),
                        site,
                        inputs,
                        outputs,
                        Mass.ZERO,
                        List.copyOf(named.values()),
                        History.happened()))
                .body()
                .creates();
    }

    private void corrected(int origins) {
        Mass mass = ((LotRegistered) root.body()).mass();
        history.accept(RandomHistory.replacing(root, from(mass.micrograms(), origins)));
    }

    private void finish() {
        while (history.recompute(1)) {
            // Until nothing is pending.
        }
    }

    @Test
    void a_step_that_no_statement_has_room_for_ends_with_a_deficit_of_what_was_left_out() {
        grown(400);
        corrected(ORIGINS.size());
        finish();

        List<LotId> blocked = parts.stream()
                .filter(lot -> history.lot(lot).state() == Holding.State.BLOCKED)
                .toList();
        assertThat(blocked).hasSizeBetween(50, 250).allSatisfy(lot -> {
            assertThat(history.lot(lot).deficit()).isEqualTo(new Mass(PART));
            assertThat(history.lot(lot).remaining()).isEqualTo(new Mass(PART));
        });
        assertThat(parts)
                .filteredOn(lot -> !blocked.contains(lot))
                .allSatisfy(lot -> assertThat(history.lot(lot).state()).isEqualTo(Holding.State.CONSUMED));
        OriginVector made = history.recomputer.held(last);
        assertThat(history.lot(last).vector()).isEqualTo(made.digest());
        assertThat(history.lot(last).state()).isEqualTo(Holding.State.HELD);
        assertThat(made.of(DYSPROSIUM, UnknownOrigin.DIGEST)).isEqualTo(new Mass(blocked.size() * PART));
        assertThat(made.profiles()).hasSize(ORIGINS.size() + 1);
    }

    @Test
    void later_corrections_go_on_and_make_up_for_what_was_left_out() {
        grown(400);
        OriginVector before = history.recomputer.held(last);
        corrected(ORIGINS.size());
        corrected(1);
        finish();

        assertThat(history.lot(last).vector()).isEqualTo(before.digest());
        assertThat(parts).allSatisfy(lot -> {
            assertThat(history.lot(lot).state()).isEqualTo(Holding.State.CONSUMED);
            assertThat(history.lot(lot).deficit()).isEqualTo(Mass.ZERO);
        });
    }

    @Test
    void nothing_is_left_out_of_a_step_that_does_not_stand_alone() {
        grown(4);
        corrected(2);
        // The recomputer takes its own parts for accepted, so each history is asked for one part alone.
        LotsRecomputed two = history.recomputer.next(2).orElseThrow();

        assertThat(two.steps()).hasSize(2);
        assertThat(refusal(two, parts.get(0))).isEqualTo("body.steps[1].inputs[0].vector");
    }

    @Test
    void an_input_that_the_correction_does_not_reach_is_not_left_out() {
        grown(4);
        corrected(2);
        assertThat(history.recompute(1)).isTrue();
        LotsRecomputed one = history.recomputer.next(1).orElseThrow();

        assertThat(one.steps()).hasSize(1);
        assertThat(refusal(one, other)).isEqualTo("body.steps[0].inputs[4].vector");
    }

    private String refusal(LotsRecomputed part, LotId leftOut) {
        int at = part.steps().size() - 1;
        Step step = part.steps().get(at);
        List<Step> steps = new ArrayList<>(part.steps());
        steps.set(
                at,
                new Step(
                        step.transformation(),
                        step.inputs().stream()
                                .map(input ->
                                        input.lot().equals(leftOut) ? new Redone(leftOut, OriginVector.EMPTY) : input)
                                .toList(),
                        step.outputs()));
        return history.refused(
                        history.registrar, new LotsRecomputed(part.correction(), part.lots(), part.profiles(), steps))
                .path();
    }
}
