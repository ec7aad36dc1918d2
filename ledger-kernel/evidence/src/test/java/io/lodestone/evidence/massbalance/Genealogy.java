package io.lodestone.evidence.massbalance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.DrawInput;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.provenance.TransformationDraw;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.provenance.WantedOutput;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A random book of lots, seeded: registrations, processes with by-products and losses, open gain, steps, splits and
 * blends. What stays of an input, and every by-product, may be an input again, with its own descendants too.
 */
final class Genealogy {

    /** Below the 512 profiles of an element that would have to be merged, so that every profile has one source. */
    private static final int MOST_PROFILES = 450;

    private static final List<String> SUBSTANCES = List.of("Dy2O3", "Nd2O3", "Pr6O11", "Fe", "Nd2Fe14B", "DyF3", "Tb");
    private static final List<String> COUNTRIES = List.of("CN", "AU", "DE", "US");

    /** A live lot; its number is its own. */
    record Lot(int number, OriginVector vector) {}

    /**
     * One transformation.
     *
     * @param inputs before it
     * @param shorter leads from a profile with the step to the one without
     * @param outputs as stated; the vectors are in {@code drawn}
     * @param lots the outputs that are lots, and empty for a loss, in the order of the outputs
     * @param remains what stays of each input under its new number, empty for nothing, in the order of the inputs
     */
    record Made(
            List<Lot> inputs,
            List<DrawInput> taken,
            Mass gain,
            Optional<OriginStep> step,
            Map<Digest, Digest> shorter,
            List<DrawOutput> outputs,
            Drawn drawn,
            List<Optional<Lot>> lots,
            List<Optional<Lot>> remains) {}

    private final Random random;
    private final long largest;
    private final Map<Digest, OriginProfile> profiles = new HashMap<>();
    private final Map<OriginProfile, Digest> digests = new HashMap<>();
    private final Map<Digest, Digest> sources = new HashMap<>();
    private final List<Lot> live = new ArrayList<>();
    private int numbers;

    /** @param largest of a registered lot, in micrograms; every second lot has at most 100 */
    Genealogy(long seed, long largest) {
        this.random = new Random(seed);
        this.largest = largest;
    }

    List<Lot> live() {
        return List.copyOf(live);
    }

    /** Leads from any profile back to the one that was registered. */
    UnaryOperator<Digest> source() {
        return sources::get;
    }

    Lot register() {
        long mass = 1 + Math.floorMod(random.nextLong(), random.nextBoolean() ? 100L : largest);
        List<LotMaterial> material = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            OriginProfile profile = Origins.profile(pick(COUNTRIES), Kind.MINED, Kind.SEPARATED);
            Digest digest = digests.computeIfAbsent(profile, OriginProfile::digest);
            profiles.put(digest, profile);
            sources.put(digest, digest);
            material.add(Origins.byFraction(pick(SUBSTANCES), "0." + (1 + random.nextInt(3)), profile));
        }
        return booked(Origins.lot(mass, material.toArray(LotMaterial[]::new)));
    }

    Made transform() {
        List<Lot> inputs = new ArrayList<>();
        List<DrawInput> taken = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3) && !live.isEmpty(); i++) {
            Lot lot = live.remove(random.nextInt(live.size()));
            Mass all = lot.vector().total();
            inputs.add(lot);
            taken.add(new DrawInput(lot.vector(), random.nextBoolean() ? all : portion(all)));
        }
        Optional<OriginStep> step = step(inputs);
        Mass gain = random.nextInt(4) == 0 ? new Mass(random.nextInt(50)) : Mass.ZERO;
        TransformationDraw draw = new TransformationDraw(taken, gain, step, profiles);
        List<DrawOutput> outputs = Origins.completed(draw, wanted(taken));
        Drawn drawn = Origins.drawn(draw, outputs);
        profiles.putAll(drawn.arisen());
        Map<Digest, Digest> shorter = new HashMap<>();
        drawn.arisen().forEach((longer, profile) -> {
            digests.put(profile, longer);
            shorter.put(longer, digests.get(withoutLastStep(profile)));
        });
        shorter.forEach((longer, source) -> sources.put(longer, sources.get(source)));
        List<Optional<Lot>> lots = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            boolean isLot = outputs.get(i).kind().isLot();
            lots.add(isLot ? Optional.of(booked(drawn.outputs().get(i))) : Optional.empty());
        }
        List<Optional<Lot>> remains = new ArrayList<>();
        for (OriginVector rest : drawn.remaining()) {
            remains.add(rest.total().isZero() ? Optional.empty() : Optional.of(booked(rest)));
        }
        return new Made(inputs, taken, gain, step, shorter, outputs, drawn, lots, remains);
    }

    private static OriginProfile withoutLastStep(OriginProfile profile) {
        List<OriginStep> steps = profile.steps().subList(0, profile.steps().size() - 1);
        return new OriginProfile(steps, profile.recycled(), profile.evidence());
    }

    private Lot booked(OriginVector vector) {
        Lot lot = new Lot(numbers++, vector);
        live.add(lot);
        return lot;
    }

    private Optional<OriginStep> step(List<Lot> inputs) {
        int longest = inputs.stream()
                .flatMap(lot -> lot.vector().rowList().stream())
                .mapToInt(row -> profiles.get(row.profile()).steps().size())
                .max()
                .orElse(0);
        int rows =
                inputs.stream().mapToInt(lot -> lot.vector().rowList().size()).sum();
        boolean room = longest < OriginProfile.MAX_STEPS && profiles.size() + rows < MOST_PROFILES;
        return random.nextInt(3) > 0 && room
                ? Optional.of(Origins.step(pick(COUNTRIES), pick(List.of(Kind.values()))))
                : Optional.empty();
    }

    private WantedOutput[] wanted(List<DrawInput> inputs) {
        long left = inputs.stream()
                .mapToLong(input -> input.consumed().micrograms())
                .sum();
        List<WantedOutput> wanted = new ArrayList<>();
        Optional<WantedOutput> stated = random.nextBoolean() ? stated(inputs) : Optional.empty();
        if (stated.isPresent()) {
            wanted.add(stated.get());
            left -= stated.get().mass().orElseThrow().micrograms();
        }
        for (int i = 0; i <= random.nextInt(4) && left > 1; i++) {
            Mass mass = portion(new Mass(left));
            wanted.add(WantedOutput.share(i == 0 ? OutputKind.PRODUCT : OutputKind.BY_PRODUCT, mass));
            left -= mass.micrograms();
        }
        if (wanted.isEmpty() || random.nextBoolean()) {
            wanted.add(WantedOutput.rest(OutputKind.LOSS));
        }
        return wanted.toArray(WantedOutput[]::new);
    }

    /** One whole input's tracked elements are surely there, even after it is consumed with others. */
    private Optional<WantedOutput> stated(List<DrawInput> inputs) {
        DrawInput first = inputs.get(0);
        if (!first.consumed().equals(first.remaining().total())) {
            return Optional.empty();
        }
        TreeMap<Element, Mass> some = new TreeMap<>(Element.BY_SYMBOL);
        MassBalance.totals(first.remaining()).forEach((element, mass) -> some.put(element, portion(mass)));
        if (some.isEmpty()) {
            return Optional.empty();
        }
        StatedElements elements = new StatedElements(some);
        return Optional.of(new WantedOutput(
                OutputKind.PRODUCT, Optional.of(elements.total()), Optional.empty(), Optional.of(elements)));
    }

    /** From one microgram to all of it. */
    private Mass portion(Mass of) {
        return new Mass(1 + Math.floorMod(random.nextLong(), of.micrograms()));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
