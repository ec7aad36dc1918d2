package io.lodestone.evidence.massbalance;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

/** Random chains of registrations, processes, splits and blends, seeded, so that a failure repeats. */
class GenealogyTest {

    private static final int GENEALOGIES = 3_000;
    private static final int TRANSFORMATIONS = 5;
    private static final List<String> SUBSTANCES = List.of("Dy2O3", "Nd2O3", "Pr6O11", "Fe", "Nd2Fe14B", "DyF3", "Tb");
    private static final List<String> COUNTRIES = List.of("CN", "AU", "DE", "US");

    private final Map<Digest, OriginProfile> profiles = new HashMap<>();
    private final List<OriginVector> lots = new ArrayList<>();
    private final List<OriginVector> gone = new ArrayList<>();
    private int statedSeen;
    private int gainsSeen;

    @Test
    void every_element_and_profile_sums_exactly_through_any_genealogy() {
        for (int seed = 0; seed < GENEALOGIES; seed++) {
            Random random = new Random(seed);
            profiles.clear();
            lots.clear();
            gone.clear();
            for (int i = 0; i <= random.nextInt(4); i++) {
                register(random);
            }
            List<OriginVector> born = List.copyOf(lots);
            Mass gains = Mass.ZERO;
            for (int i = 0; i < TRANSFORMATIONS && !lots.isEmpty(); i++) {
                gains = gains.plus(transform(random, "seed " + seed + " step " + i));
            }
            List<OriginVector> ends = new ArrayList<>(lots);
            ends.addAll(gone);
            assertThat(MassBalance.check(born, ends, gains)).as("seed %d", seed).isEmpty();
        }
        assertThat(statedSeen).isGreaterThan(1_000);
        assertThat(gainsSeen).isGreaterThan(1_000);
    }

    private void register(Random random) {
        long mass = 1 + Math.floorMod(random.nextLong(), random.nextBoolean() ? 100L : 1_000_000_000_000L);
        List<LotMaterial> material = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            OriginProfile profile = Origins.profile(pick(random, COUNTRIES), Kind.MINED, Kind.SEPARATED);
            profiles.put(profile.digest(), profile);
            material.add(Origins.byFraction(pick(random, SUBSTANCES), "0." + (1 + random.nextInt(3)), profile));
        }
        lots.add(Origins.lot(mass, material.toArray(LotMaterial[]::new)));
    }

    private Mass transform(Random random, String where) {
        List<OriginVector> before = new ArrayList<>();
        List<DrawInput> inputs = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3) && !lots.isEmpty(); i++) {
            OriginVector lot = lots.remove(random.nextInt(lots.size()));
            Mass all = lot.total();
            before.add(lot);
            inputs.add(new DrawInput(lot, random.nextBoolean() ? all : portion(random, all)));
        }
        Optional<OriginStep> step = random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(Origins.step(pick(random, COUNTRIES), pick(random, List.of(Kind.values()))));
        Mass gain = random.nextInt(4) == 0 ? new Mass(random.nextInt(50)) : Mass.ZERO;
        TransformationDraw draw = new TransformationDraw(inputs, gain, step, profiles);
        List<DrawOutput> outputs = Origins.completed(draw, wanted(random, inputs));
        Drawn drawn = Origins.drawn(draw, outputs);
        gainsSeen += gain.isZero() ? 0 : 1;

        assertThat(MassBalance.check(drawn.consumed(), drawn.outputs(), gain))
                .as(where)
                .isEmpty();
        List<OriginVector> underSources = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            OriginVector vector = drawn.outputs().get(i);
            boolean lot = outputs.get(i).kind().isLot();
            underSources.add(lot ? vector.relabelled(Origins.sourceOf(drawn.arisen())) : vector);
        }
        assertThat(MassBalance.checkProfiles(drawn.consumed(), underSources))
                .as(where)
                .isEmpty();
        List<OriginVector> after = new ArrayList<>(drawn.consumed());
        after.addAll(drawn.remaining());
        assertThat(MassBalance.check(before, after, Mass.ZERO)).as(where).isEmpty();
        assertThat(MassBalance.checkProfiles(before, after)).as(where).isEmpty();
        for (int i = 0; i < outputs.size(); i++) {
            OriginVector vector = drawn.outputs().get(i);
            assertThat(vector.total()).as(where).isEqualTo(outputs.get(i).mass());
            assertThat(vector.open()).as(where).isEqualTo(outputs.get(i).open());
            (outputs.get(i).kind().isLot() ? lots : gone).add(vector);
            outputs.get(i).elements().ifPresent(stated -> {
                assertThat(MassBalance.totals(vector)).as(where).isEqualTo(stated.masses());
                statedSeen++;
            });
        }
        for (int i = 0; i < inputs.size(); i++) {
            assertThat(drawn.consumed().get(i).total())
                    .as(where)
                    .isEqualTo(inputs.get(i).consumed());
            if (!drawn.remaining().get(i).total().isZero()) {
                lots.add(drawn.remaining().get(i));
            }
        }
        profiles.putAll(drawn.arisen());
        return gain;
    }

    private WantedOutput[] wanted(Random random, List<DrawInput> inputs) {
        long left = inputs.stream()
                .mapToLong(input -> input.consumed().micrograms())
                .sum();
        List<WantedOutput> wanted = new ArrayList<>();
        Optional<WantedOutput> stated = random.nextBoolean() ? stated(random, inputs) : Optional.empty();
        if (stated.isPresent()) {
            wanted.add(stated.get());
            left -= stated.get().mass().orElseThrow().micrograms();
        }
        for (int i = 0; i <= random.nextInt(4) && left > 1; i++) {
            Mass mass = portion(random, new Mass(left));
            wanted.add(WantedOutput.share(i == 0 ? OutputKind.PRODUCT : OutputKind.BY_PRODUCT, mass));
            left -= mass.micrograms();
        }
        if (wanted.isEmpty() || random.nextBoolean()) {
            wanted.add(WantedOutput.rest(OutputKind.LOSS));
        }
        return wanted.toArray(WantedOutput[]::new);
    }

    /** One whole input's tracked elements are surely there, even after it is consumed with others. */
    private static Optional<WantedOutput> stated(Random random, List<DrawInput> inputs) {
        DrawInput first = inputs.get(0);
        if (!first.consumed().equals(first.remaining().total())) {
            return Optional.empty();
        }
        TreeMap<Element, Mass> some = new TreeMap<>(Element.BY_SYMBOL);
        MassBalance.totals(first.remaining()).forEach((element, mass) -> some.put(element, portion(random, mass)));
        if (some.isEmpty()) {
            return Optional.empty();
        }
        StatedElements elements = new StatedElements(some);
        return Optional.of(new WantedOutput(
                OutputKind.PRODUCT, Optional.of(elements.total()), Optional.empty(), Optional.of(elements)));
    }

    /** From one microgram to all of it. */
    private static Mass portion(Random random, Mass of) {
        return new Mass(1 + Math.floorMod(random.nextLong(), of.micrograms()));
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
