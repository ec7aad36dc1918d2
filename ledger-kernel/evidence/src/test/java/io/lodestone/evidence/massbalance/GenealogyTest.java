package io.lodestone.evidence.massbalance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.massbalance.Genealogy.Lot;
import io.lodestone.evidence.massbalance.Genealogy.Made;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.quantity.Mass;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random chains of registrations, processes, splits and blends, seeded, so that a failure repeats. */
class GenealogyTest {

    private static final int GENEALOGIES = Integer.getInteger("lodestone.genealogies", 3_000);
    private static final int LONG_GENEALOGIES = Integer.getInteger("lodestone.genealogies.long", 12);
    private static final long LARGEST = 1_000_000_000_000L;

    private int statedSeen;
    private int gainsSeen;

    @Test
    void every_element_and_profile_sums_exactly_through_any_genealogy() {
        for (int seed = 0; seed < GENEALOGIES; seed++) {
            assertKept(seed, 1 + new Random(seed).nextInt(4), 5);
        }
        assertThat(statedSeen).isGreaterThan(1_000);
        assertThat(gainsSeen).isGreaterThan(1_000);
    }

    @Test
    void nothing_is_lost_or_made_by_hundreds_of_loops_through_the_same_lots() {
        for (int seed = 0; seed < LONG_GENEALOGIES; seed++) {
            assertKept(1_000_000 + seed, 6, 300);
        }
    }

    /** Live lots and losses hold what was registered: every element, and every element of every first profile. */
    private void assertKept(int seed, int lots, int transformations) {
        Genealogy genealogy = new Genealogy(seed, LARGEST);
        List<OriginVector> born = new ArrayList<>();
        for (int i = 0; i < lots; i++) {
            born.add(genealogy.register().vector());
        }
        List<OriginVector> ends = new ArrayList<>();
        Mass gains = Mass.ZERO;
        for (int i = 0; i < transformations && !genealogy.live().isEmpty(); i++) {
            Made made = genealogy.transform();
            assertBalanced(made, "seed " + seed + " transformation " + i);
            gains = gains.plus(made.gain());
            for (int j = 0; j < made.outputs().size(); j++) {
                if (made.lots().get(j).isEmpty()) {
                    ends.add(made.drawn().outputs().get(j));
                }
            }
        }
        genealogy.live().forEach(lot -> ends.add(lot.vector()));
        assertThat(MassBalance.check(born, ends, gains)).as("seed %d", seed).isEmpty();
        List<OriginVector> underSources =
                ends.stream().map(it -> it.relabelled(genealogy.source())).toList();
        assertThat(MassBalance.checkProfiles(born, underSources))
                .as("seed %d", seed)
                .isEmpty();
    }

    private void assertBalanced(Made made, String where) {
        List<OriginVector> consumed = made.drawn().consumed();
        assertThat(MassBalance.check(consumed, made.drawn().outputs(), made.gain()))
                .as(where)
                .isEmpty();
        List<OriginVector> underSources = new ArrayList<>();
        for (int i = 0; i < made.outputs().size(); i++) {
            DrawOutput output = made.outputs().get(i);
            OriginVector vector = made.drawn().outputs().get(i);
            underSources.add(
                    output.kind().isLot()
                            ? vector.relabelled(it -> made.shorter().getOrDefault(it, it))
                            : vector);
            assertThat(vector.total()).as(where).isEqualTo(output.mass());
            assertThat(vector.open()).as(where).isEqualTo(output.open());
            output.elements().ifPresent(stated -> {
                assertThat(MassBalance.totals(vector)).as(where).isEqualTo(stated.masses());
                statedSeen++;
            });
        }
        assertThat(MassBalance.checkProfiles(consumed, underSources)).as(where).isEmpty();
        List<OriginVector> before = made.inputs().stream().map(Lot::vector).toList();
        List<OriginVector> after = new ArrayList<>(consumed);
        after.addAll(made.drawn().remaining());
        assertThat(MassBalance.check(before, after, Mass.ZERO)).as(where).isEmpty();
        assertThat(MassBalance.checkProfiles(before, after)).as(where).isEmpty();
        for (int i = 0; i < consumed.size(); i++) {
            assertThat(consumed.get(i).total())
                    .as(where)
                    .isEqualTo(made.taken().get(i).consumed());
        }
        gainsSeen += made.gain().isZero() ? 0 : 1;
    }
}
