package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.massbalance.MassBalance;
import io.lodestone.evidence.provenance.DrawInput;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.provenance.TransformationDraw;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.provenance.WantedOutput;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.Process;
import io.lodestone.evidence.statement.Replacement;
import io.lodestone.evidence.statement.Replacement.OfRegistration;
import io.lodestone.evidence.statement.Replacement.OfTransformation;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.testing.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** Random registrations, transformations and corrections of them, seeded, so that a failure repeats. */
final class RandomHistory {

    private static final List<String> SUBSTANCES = List.of("Dy2O3", "Nd2O3", "Fe", "Nd2Fe14B", "Tb");
    private static final List<String> COUNTRIES = List.of("CN", "AU", "DE");
    private static final List<Process> PROCESSES =
            List.of(Process.SPLIT, Process.METAL_MAKING, Process.STRIP_CASTING, Process.MACHINING);

    final History history;
    private final Random random;
    private final Map<Digest, OriginProfile> profiles = new HashMap<>();
    private final List<LotId> lots = new ArrayList<>();

    RandomHistory(History history, Random random) {
        this.history = history;
        this.random = random;
    }

    Statement register() {
        LotId lot = history.freshLot();
        OfRegistration made = composition(1 + random.nextInt(3), 1_000 + random.nextInt(1_000_000));
        lots.add(lot);
        return history.accept(new LotRegistered(
                lot,
                Form.OXIDE,
                made.mass(),
                made.material(),
                made.profiles(),
                site(),
                made.vector(),
                History.happened()));
    }

    private OfRegistration composition(int components, long mass) {
        List<LotMaterial> material = new ArrayList<>();
        TreeMap<Digest, OriginProfile> named = new TreeMap<>();
        for (int i = 0; i < components; i++) {
            OriginProfile profile = Origins.profile(pick(COUNTRIES), OriginStep.Kind.MINED);
            named.put(profile.digest(), profile);
            material.add(Origins.byFraction(pick(SUBSTANCES), "0." + (1 + random.nextInt(3)), profile));
        }
        profiles.putAll(named);
        OriginVector vector = Origins.lot(mass, material.toArray(LotMaterial[]::new));
        return new OfRegistration(new Mass(mass), material, List.copyOf(named.values()), vector.digest());
    }

    /** Makes something of lots that can be used, if there are any. */
    Optional<Statement> transform() {
        TreeSet<LotId> chosen = new TreeSet<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            chosen.add(pick(lots));
        }
        chosen.removeIf(lot -> history.lot(lot).state() != Holding.State.HELD
                || history.lot(lot).stale());
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        Process process = pick(PROCESSES);
        List<Input> inputs = new ArrayList<>();
        List<DrawInput> drawn = new ArrayList<>();
        TreeMap<Digest, OriginProfile> named = new TreeMap<>();
        for (LotId lot : chosen) {
            OriginVector held = history.recomputer.held(lot);
            Mass consumed = random.nextInt(3) == 0 ? held.total() : portion(held.total());
            inputs.add(new Input(new LotVersion(lot, history.lot(lot).version()), consumed, Optional.empty(), held));
            drawn.add(new DrawInput(held, consumed));
            held.rowList().forEach(row -> named.put(row.profile(), history.recomputer.profile(row.profile())));
        }
        Mass gain = process.onlyHandles() || random.nextInt(3) > 0 ? Mass.ZERO : new Mass(random.nextInt(5_000));
        Optional<OriginStep> step = process.step().map(kind -> Origins.step("CN", kind));
        TransformationDraw draw = new TransformationDraw(drawn, gain, step, named);
        List<DrawOutput> outputs = Origins.completed(draw, wanted(process, drawn));
        Drawn result = Origins.drawn(draw, outputs);
        List<Output> stated = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            DrawOutput output = outputs.get(i);
            Optional<LotId> lot = output.kind().isLot() ? Optional.of(history.freshLot()) : Optional.empty();
            lot.ifPresent(lots::add);
            stated.add(new Output(
                    output.kind(),
                    lot,
                    lot.map(made -> Form.METAL),
                    output.mass(),
                    output.open(),
                    output.elements(),
                    result.outputs().get(i).digest()));
        }
        return Optional.of(history.accept(new LotsTransformed(
                process,
                process.step(),
                Places.of("CN"),
                site(),
                inputs,
                stated,
                gain,
                List.copyOf(named.values()),
                History.happened())));
    }

    private WantedOutput[] wanted(Process process, List<DrawInput> inputs) {
        long left = inputs.stream()
                .mapToLong(input -> input.consumed().micrograms())
                .sum();
        List<WantedOutput> wanted = new ArrayList<>();
        DrawInput first = inputs.get(0);
        if (!process.onlyHandles()
                && random.nextBoolean()
                && first.consumed().equals(first.remaining().total())) {
            TreeMap<Element, Mass> some = new TreeMap<>(Element.BY_SYMBOL);
            MassBalance.totals(first.remaining()).forEach((element, mass) -> some.put(element, portion(mass)));
            if (!some.isEmpty()) {
                StatedElements elements = new StatedElements(some);
                wanted.add(new WantedOutput(
                        OutputKind.PRODUCT, Optional.of(elements.total()), Optional.empty(), Optional.of(elements)));
                left -= elements.total().micrograms();
            }
        }
        for (int i = 0; i < random.nextInt(3) && left > 1; i++) {
            Mass mass = portion(new Mass(left));
            wanted.add(WantedOutput.share(OutputKind.PRODUCT, mass));
            left -= mass.micrograms();
        }
        if (wanted.isEmpty() || left > 0 && random.nextBoolean()) {
            wanted.add(
                    wanted.isEmpty() || random.nextBoolean()
                            ? WantedOutput.rest(OutputKind.PRODUCT)
                            : WantedOutput.rest(OutputKind.LOSS));
        }
        return wanted.toArray(WantedOutput[]::new);
    }

    /** Replaces a random statement by something else of its kind. */
    Correction correction() {
        List<Statement> correctable = history.log.stream()
                .filter(one -> one.body() instanceof LotRegistered || one.body() instanceof LotsTransformed)
                .sorted(Comparator.comparing(one -> one.id().toString()))
                .toList();
        Statement corrected = pick(correctable);
        return corrected.body() instanceof LotRegistered
                ? replacing(corrected, new Replacing().registration())
                : replacing(corrected, new Replacing().transformation((LotsTransformed) corrected.body()));
    }

    static Correction replacing(Statement corrected, Replacement replacement) {
        return new Correction(
                corrected.digest(), History.happened(), Correction.Reason.REASSAY, List.of(), Optional.of(replacement));
    }

    private final class Replacing {

        OfRegistration registration() {
            return composition(1 + random.nextInt(3), 300 + random.nextInt(1_500_000));
        }

        OfTransformation transformation(LotsTransformed made) {
            List<OfTransformation.Made> outputs = new ArrayList<>();
            for (Output output : made.outputs()) {
                if (output.lot().isPresent()) {
                    outputs.add(made(output, made.process().onlyHandles()));
                }
            }
            return new OfTransformation(
                    made.inputs().stream()
                            .map(input -> new OfTransformation.Consumed(input.lot(), scaled(input.consumed())))
                            .toList(),
                    made.process().onlyHandles() ? Mass.ZERO : new Mass(random.nextInt(5_000)),
                    outputs);
        }

        private OfTransformation.Made made(Output output, boolean onlyHandled) {
            if (output.elements().isPresent() || !onlyHandled && random.nextInt(4) == 0) {
                TreeMap<Element, Mass> some = new TreeMap<>(Element.BY_SYMBOL);
                for (String symbol : List.of("Dy", "Nd", "Fe")) {
                    some.put(Element.parse(symbol), new Mass(1 + random.nextInt(100_000)));
                }
                StatedElements elements = new StatedElements(some);
                Mass open = new Mass(random.nextInt(1_000));
                return new OfTransformation.Made(
                        Optional.of(elements), elements.total().plus(open), open);
            }
            Mass mass = scaled(output.mass());
            Mass open = output.open().compareTo(mass) > 0 || random.nextBoolean() ? portion(mass) : output.open();
            return new OfTransformation.Made(Optional.empty(), mass, tracked(output) ? open : mass);
        }

        private boolean tracked(Output output) {
            return output.open().compareTo(output.mass()) < 0;
        }

        private Mass scaled(Mass mass) {
            return new Mass(1 + mass.micrograms() * (50 + random.nextInt(100)) / 100);
        }
    }

    private Site site() {
        return new Site("CN", history.plant, Optional.empty(), Places.of("CN"));
    }

    private Mass portion(Mass of) {
        return new Mass(1 + Math.floorMod(random.nextLong(), of.micrograms()));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    List<LotId> lots() {
        return lots;
    }
}
