package io.lodestone.evidence.determination;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.Merging.Merged;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginProfile.Evidence;
import io.lodestone.evidence.provenance.OriginProfile.Recycled;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.TransformationDraw;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Merging profiles makes an answer less certain and never differently certain: under every origin policy the
 * China-origin part of what is blended has no higher lower bound and no lower upper bound than before, whatever is
 * done next; and technology that was open is not settled.
 */
class MergeBoundsTest {

    private static final int CASES = Integer.getInteger("lodestone.merge.cases", 16);
    private static final List<List<String>> WORLDS = List.of(
            List.of("CN"),
            List.of("AU", "US", "DE", "MY"),
            List.of("CN", "AU", "US"),
            List.of("AU", "US", "DE", "MY", "US", "AU", "DE", "MY", "US", "CN|AU", "Unknown"));

    /** Parts of a chain left out or repeated, in forty. */
    private static final List<Integer> GAPS = List.of(0, 0, 1, 20);

    private final Map<Digest, OriginProfile> known = new HashMap<>();
    private final Set<Optional<Boolean>> technologies = new HashSet<>();
    private List<Digest> pool = List.of();
    private final Map<OriginPolicy, Set<OriginPolicy.Reading>> seen = new EnumMap<>(OriginPolicy.class);

    @Test
    void a_merge_never_narrows_the_bounds_of_a_china_share() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            known.clear();
            pool = pool(random, seed);
            OriginVector first = blended(random, List.of(lot(random), lot(random)), Optional.empty(), seed);
            Optional<OriginStep> step =
                    random.nextBoolean() ? Optional.empty() : Optional.of(step(random, anyKind(random), "CN|AU", ""));
            blended(random, List.of(first, lot(random), lot(random)), step, seed);
        }
        assertThat(seen.keySet()).containsExactly(OriginPolicy.values());
        assertThat(seen.values())
                .allSatisfy(readings -> assertThat(readings)
                        .as("otherwise nothing was at stake")
                        .containsExactly(OriginPolicy.Reading.values()));
        assertThat(technologies).contains(Optional.of(false), Optional.empty());
    }

    /** What becomes of the lots when they are joined whole, after it was compared with what they were. */
    private OriginVector blended(Random random, List<OriginVector> lots, Optional<OriginStep> step, int seed) {
        TransformationDraw draw = Origins.whole(known, step, lots.toArray(OriginVector[]::new));
        long sum = lots.stream().mapToLong(lot -> lot.total().micrograms()).sum();
        Mass part = new Mass(1 + random.nextLong(sum - 1));
        Drawn drawn = Origins.drawn(draw, List.of(product(part), product(new Mass(sum - part.micrograms()))));
        assertThat(drawn.merging().elements()).as("seed %d", seed).isNotEmpty();
        known.putAll(drawn.arisen());
        Map<Digest, Digest> longer = new HashMap<>();
        List<OriginVector> before = lots.stream()
                .map(lot -> step.map(next ->
                                lot.relabelled(source -> longer.computeIfAbsent(source, it -> lengthened(it, next))))
                        .orElse(lot))
                .toList();
        for (OriginPolicy policy : OriginPolicy.values()) {
            assertNotNarrower(before, drawn.outputs(), policy, policy + " seed " + seed);
            drawn.merging()
                    .profiles()
                    .values()
                    .forEach(merged -> seen.computeIfAbsent(policy, p -> EnumSet.noneOf(OriginPolicy.Reading.class))
                            .add(policy.read(merged)));
        }
        drawn.merging().elements().values().forEach(merged -> assertNotSettled(merged, "seed " + seed));
        return drawn.outputs().get(0);
    }

    private void assertNotNarrower(
            List<OriginVector> before, List<OriginVector> after, OriginPolicy policy, String where) {
        for (Element element : List.of(Element.DY, Element.TB)) {
            Bounds were = bounds(before, element, policy);
            Bounds are = bounds(after, element, policy);
            assertThat(are.total).as(where).isEqualTo(were.total);
            assertThat(are.lower).as("lower bound, " + where).isLessThanOrEqualTo(were.lower);
            assertThat(are.upper).as("upper bound, " + where).isGreaterThanOrEqualTo(were.upper);
        }
    }

    private record Bounds(BigInteger lower, BigInteger upper, BigInteger total) {}

    private Bounds bounds(List<OriginVector> vectors, Element element, OriginPolicy policy) {
        Bounds sum = new Bounds(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
        for (OriginVector vector : vectors) {
            for (ControlledContent content : ControlledContent.of(vector, known, policy)) {
                if (content.element() == element) {
                    sum = new Bounds(
                            sum.lower.add(big(content.lower())),
                            sum.upper.add(big(content.upper())),
                            sum.total.add(big(content.total())));
                }
            }
        }
        return sum;
    }

    /** What profiles show of technology abroad: a yes needs one that shows it, a no needs all of them. */
    private void assertNotSettled(Merged merged, String where) {
        List<Optional<Boolean>> each =
                merged.sources().stream().map(this::technology).toList();
        Optional<Boolean> together = technology(merged.profile().digest());
        if (together.isPresent()) {
            assertThat(each).as(where).contains(together);
        }
        if (together.equals(Optional.of(false))) {
            assertThat(each).as(where).containsOnly(together);
        }
        technologies.add(together);
    }

    private Optional<Boolean> technology(Digest profile) {
        SortedMap<Element, SortedMap<Digest, Mass>> row = new TreeMap<>(Element.BY_SYMBOL);
        row.put(Element.DY, new TreeMap<>(Map.of(profile, new Mass(1))));
        return TechnologyAbroad.of(new OriginVector(row, Mass.ZERO), known, Optional.empty())
                .ledger();
    }

    private Digest lengthened(Digest source, OriginStep step) {
        OriginProfile longer = known.get(source).then(step);
        known.put(longer.digest(), longer);
        return longer.digest();
    }

    /** Profiles of one of the worlds, with few, many or no gaps, for all lots of a case. */
    private List<Digest> pool(Random random, int seed) {
        List<Digest> profiles = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            OriginProfile profile =
                    profile(random, WORLDS.get(seed % 4), GAPS.get(seed / 4 % 4), seed / 4 % 2 == 0 ? "CN" : "");
            known.put(profile.digest(), profile);
            profiles.add(profile.digest());
        }
        return profiles;
    }

    /** 400 profiles each of two controlled elements. */
    private OriginVector lot(Random random) {
        SortedMap<Element, SortedMap<Digest, Mass>> rows = new TreeMap<>(Element.BY_SYMBOL);
        for (Element element : List.of(Element.DY, Element.TB)) {
            SortedMap<Digest, Mass> profiles = new TreeMap<>();
            while (profiles.size() < 400) {
                Mass mass = new Mass(1 + random.nextInt(random.nextBoolean() ? 3 : 1_000_000));
                profiles.put(pool.get(random.nextInt(pool.size())), mass);
            }
            rows.put(element, profiles);
        }
        return new OriginVector(rows, Mass.ZERO);
    }

    private static OriginProfile profile(Random random, List<String> world, int gapsInForty, String technology) {
        List<OriginStep> steps = new ArrayList<>();
        for (Kind kind : List.of(Kind.MINED, Kind.SEPARATED, Kind.METAL, Kind.ALLOYED, Kind.SINTERED)) {
            if (steps.isEmpty() || random.nextInt(40) >= gapsInForty) {
                steps.add(step(random, kind, pick(random, world), technology));
            }
            if (random.nextInt(40) < gapsInForty) {
                steps.add(step(random, anyKind(random), pick(random, world), technology));
            }
        }
        return new OriginProfile(steps, Recycled.values()[random.nextInt(4)], Evidence.values()[random.nextInt(3)]);
    }

    /** @param licensed technology that one step in fifty uses in place of its country's; empty for none */
    private static OriginStep step(Random random, Kind kind, String countries, String licensed) {
        byte[] name = new byte[8];
        random.nextBytes(name);
        Places places = Places.of(countries.split("\\|"));
        boolean own = licensed.isEmpty() || random.nextInt(50) > 0;
        return new OriginStep(
                kind, places, Optional.of(Digest.sha256(name)), places, own ? places : Places.of(licensed));
    }

    private static Kind anyKind(Random random) {
        return Kind.values()[random.nextInt(Kind.values().length)];
    }

    private static DrawOutput product(Mass mass) {
        return DrawOutput.of(OutputKind.PRODUCT, mass, Mass.ZERO);
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static BigInteger big(Mass mass) {
        return BigInteger.valueOf(mass.micrograms());
    }
}
