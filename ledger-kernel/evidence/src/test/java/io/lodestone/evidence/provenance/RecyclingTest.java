package io.lodestone.evidence.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.massbalance.MassBalance;
import io.lodestone.evidence.provenance.OriginProfile.Evidence;
import io.lodestone.evidence.provenance.OriginProfile.Recycled;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.quantity.Mass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Swarf and scrap come back with the origin they had, and say that they were recycled. */
class RecyclingTest {

    private static final OriginStep SEPARATED = Origins.step("DE", Kind.SEPARATED);

    @Test
    void only_what_was_not_recycled_takes_the_class() {
        for (Recycled made : List.of(Recycled.PRE_CONSUMER, Recycled.POST_CONSUMER)) {
            assertThat(profile("CN", Recycled.NONE).recycledAs(made).recycled()).isEqualTo(made);
            for (Recycled before : List.of(Recycled.PRE_CONSUMER, Recycled.POST_CONSUMER, Recycled.UNKNOWN)) {
                OriginProfile old = profile("CN", before);
                assertThat(old.recycledAs(made)).isSameAs(old);
            }
        }
    }

    @Test
    void losses_are_not_recycled() {
        OriginProfile fresh = profile("CN", Recycled.NONE);
        OriginVector lot = Origins.lot(10, Origins.byMass("Dy", 10, fresh));
        Drawn drawn = Origins.drawn(
                recycling(Origins.known(fresh), Optional.empty(), Recycled.POST_CONSUMER, lot),
                List.of(
                        DrawOutput.of(OutputKind.PRODUCT, new Mass(6), Mass.ZERO),
                        DrawOutput.of(OutputKind.LOSS, new Mass(4), Mass.ZERO)));

        assertThat(profilesOf(drawn.outputs().get(0)))
                .containsExactly(fresh.recycledAs(Recycled.POST_CONSUMER).digest());
        assertThat(profilesOf(drawn.outputs().get(1))).containsExactly(fresh.digest());
        assertThat(drawn.arisen().values()).containsExactly(fresh.recycledAs(Recycled.POST_CONSUMER));
    }

    /** Random scrap of every class: each element keeps its mass, each origin its steps. */
    @Test
    void masses_stay_and_steps_are_carried_through() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Map<Digest, OriginProfile> known = new HashMap<>();
            OriginVector scrap = scrap(random, known);
            Optional<OriginStep> step = random.nextBoolean() ? Optional.of(SEPARATED) : Optional.empty();
            Recycled made = random.nextBoolean() ? Recycled.PRE_CONSUMER : Recycled.POST_CONSUMER;

            Drawn plain = whole(new TransformationDraw(inputs(scrap), Mass.ZERO, step, known), scrap);
            Drawn recycled = whole(recycling(known, step, made, scrap), scrap);

            assertThat(MassBalance.check(List.of(scrap), recycled.outputs(), Mass.ZERO))
                    .as("seed %d", seed)
                    .isEmpty();
            known.putAll(plain.arisen());
            OriginVector relabelled = plain.outputs()
                    .get(0)
                    .relabelled(digest -> named(known, digest).recycledAs(made).digest());
            assertThat(recycled.outputs().get(0)).as("seed %d", seed).isEqualTo(relabelled);
            recycled.arisen()
                    .values()
                    .forEach(profile -> assertThat(known.values())
                            .anySatisfy(source -> assertThat(source.steps()).isEqualTo(profile.steps())));
        }
    }

    private static OriginVector scrap(Random random, Map<Digest, OriginProfile> known) {
        List<LotMaterial> material = new ArrayList<>();
        for (String element : List.of("Dy", "Nd", "Pr")) {
            for (Recycled before : Recycled.values()) {
                OriginProfile profile = profile(random.nextBoolean() ? "CN" : "AU", before);
                known.put(profile.digest(), profile);
                material.add(Origins.byMass(element, 1 + random.nextInt(1_000), profile));
            }
        }
        return Origins.lot(100_000, material.toArray(LotMaterial[]::new));
    }

    private static OriginProfile profile(String country, Recycled recycled) {
        return new OriginProfile(
                Arrays.stream(Kind.values())
                        .map(kind -> Origins.step(country, kind))
                        .toList(),
                recycled,
                Evidence.DECLARED);
    }

    private static OriginProfile named(Map<Digest, OriginProfile> known, Digest digest) {
        OriginProfile profile = known.get(digest);
        assertThat(profile).isNotNull();
        return profile;
    }

    private static List<DrawInput> inputs(OriginVector scrap) {
        return List.of(new DrawInput(scrap, scrap.total()));
    }

    private static TransformationDraw recycling(
            Map<Digest, OriginProfile> known, Optional<OriginStep> step, Recycled made, OriginVector scrap) {
        return new TransformationDraw(inputs(scrap), Mass.ZERO, step, known, Optional.of(made));
    }

    private static Drawn whole(TransformationDraw draw, OriginVector scrap) {
        return Origins.drawn(draw, List.of(DrawOutput.of(OutputKind.PRODUCT, scrap.total(), scrap.open())));
    }

    private static List<Digest> profilesOf(OriginVector vector) {
        return vector.rowList().stream().map(OriginVector.Row::profile).toList();
    }
}
