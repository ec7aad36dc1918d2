package io.lodestone.evidence.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Replacement;
import io.lodestone.evidence.statement.Replacement.OfRegistration;
import io.lodestone.evidence.statement.Replacement.OfTransformation;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.testing.History;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random genealogies with random corrections, worked off in random parts, against a plain computation of it all. */
class CorrectionPropertyTest {

    private static final int HISTORIES = 150;

    @Test
    void what_is_recomputed_is_what_the_corrected_history_gives() {
        int deficits = 0;
        int filled = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            History history = new History();
            Random random = new Random(seed);
            RandomHistory any = new RandomHistory(history, random);
            any.register();
            for (int i = 0; i < 14; i++) {
                int what = random.nextInt(8);
                if (what < 2) {
                    any.register();
                } else if (what < 5) {
                    any.transform();
                } else if (what < 7) {
                    history.accept(any.correction());
                } else {
                    history.recompute(1 + random.nextInt(3));
                }
            }
            finish(history, random);
            NaiveReplay replay = NaiveReplay.of(history.log);
            compare(history, replay, any.lots(), "seed " + seed);
            balances(replay, "seed " + seed);
            deficits += (int) replay.deficits.values().stream()
                    .filter(d -> d.signum() > 0)
                    .count();
            filled += replay.profilesOfUnknown();
        }
        assertThat(deficits).isGreaterThan(30);
        assertThat(filled).isGreaterThan(30);
    }

    @Test
    void two_corrections_come_to_the_same_in_either_order() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            List<Map<LotId, String>> ends = new ArrayList<>();
            for (boolean swapped : new boolean[] {false, true}) {
                History history = new History();
                Random random = new Random(seed);
                RandomHistory any = grown(history, random);
                Correction one = any.correction();
                Correction other = any.correction();
                if (one.corrects().equals(other.corrects())) {
                    continue;
                }
                history.accept(swapped ? other : one);
                if (random.nextBoolean()) {
                    finish(history, random);
                }
                history.accept(swapped ? one : other);
                finish(history, random);
                ends.add(ends(history, any.lots()));
            }
            assertThat(ends.stream().distinct().count()).as("seed " + seed).isLessThan(2);
        }
    }

    @Test
    void a_correction_that_changes_nothing_changes_no_digest() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            History history = new History();
            Random random = new Random(seed);
            RandomHistory any = grown(history, random);
            Map<LotId, String> before = ends(history, any.lots());
            for (Statement one : List.copyOf(history.log)) {
                if (one.body() instanceof LotRegistered || one.body() instanceof LotsTransformed) {
                    history.accept(RandomHistory.replacing(one, same(one)));
                }
            }
            finish(history, random);
            assertThat(ends(history, any.lots())).as("seed " + seed).isEqualTo(before);
        }
    }

    private static Replacement same(Statement one) {
        if (one.body() instanceof LotRegistered lot) {
            return new OfRegistration(lot.mass(), lot.material(), lot.profiles(), lot.vector());
        }
        LotsTransformed made = (LotsTransformed) one.body();
        return new OfTransformation(
                made.inputs().stream()
                        .map(input -> new OfTransformation.Consumed(input.lot(), input.consumed()))
                        .toList(),
                made.openGain(),
                made.outputs().stream()
                        .filter(output -> output.lot().isPresent())
                        .map(output -> new OfTransformation.Made(output.elements(), output.mass(), output.open()))
                        .toList());
    }

    private static RandomHistory grown(History history, Random random) {
        RandomHistory any = new RandomHistory(history, random);
        any.register();
        any.register();
        for (int i = 0; i < 8; i++) {
            any.transform();
        }
        return any;
    }

    private static void finish(History history, Random random) {
        int statements = 0;
        while (history.recompute(1 + random.nextInt(4))) {
            assertThat(statements++).isLessThan(1_000);
        }
    }

    private static Map<LotId, String> ends(History history, List<LotId> lots) {
        Map<LotId, String> ends = new HashMap<>();
        for (LotId lot : lots) {
            Holding end = history.lot(lot);
            ends.put(lot, end.state() + " " + end.vector() + " " + end.deficit());
        }
        return ends;
    }

    private static void compare(History history, NaiveReplay replay, List<LotId> lots, String where) {
        for (LotId lot : lots) {
            Holding end = history.lot(lot);
            BigInteger deficit = replay.deficits.getOrDefault(lot, BigInteger.ZERO);
            assertThat(end.stale()).as(where).isFalse();
            assertThat(end.vector())
                    .as(where + " lot " + lot)
                    .isEqualTo(replay.vector(lot).digest());
            assertThat(end.remaining()).as(where).isEqualTo(replay.vector(lot).total());
            assertThat(end.deficit().micrograms()).as(where).isEqualTo(deficit.longValueExact());
            assertThat(end.state() == Holding.State.BLOCKED).as(where).isEqualTo(deficit.signum() > 0);
        }
    }

    /** Element by element: live lots and losses hold what was registered, as corrected, and what was filled in. */
    private static void balances(NaiveReplay replay, String where) {
        TreeMap<String, BigInteger> out = new TreeMap<>(replay.lost);
        replay.lots
                .values()
                .forEach(lot -> NaiveReplay.elements(lot)
                        .forEach((element, mass) -> out.merge(element, mass, BigInteger::add)));
        out.values().removeIf(mass -> mass.signum() == 0);
        replay.in.values().removeIf(mass -> mass.signum() == 0);
        assertThat(out).as(where).isEqualTo(replay.in);
    }
}
