package io.lodestone.lots.trace.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.lots.trace.TracedLot;
import io.lodestone.lots.trace.flow.Passage.Part;
import io.lodestone.lots.trace.flow.Picture.Leaving;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

    private static LotId id(int n) {
        byte[] bytes = new byte[10];
        bytes[8] = (byte) (n >> 8);
        bytes[9] = (byte) n;
        return new LotId(Uuid7.of(1_790_000_000_000L, bytes));
    }

    private static TracedLot lot(int n, long micrograms, boolean made) {
        return new TracedLot(
                id(n),
                Form.values()[n % Form.values().length],
                made ? Optional.of("blend") : Optional.empty(),
                n,
                new Mass(micrograms),
                Optional.empty(),
                1,
                "HELD",
                Optional.empty(),
                Optional.empty());
    }

    /** Random lots upstream of one: each passage takes some of two to four lots, makes one to three and loses some. */
    private static Lineage random(long seed) {
        Random random = new Random(seed);
        Map<LotId, Long> left = new HashMap<>();
        Map<LotId, Mass> masses = new HashMap<>();
        List<TracedLot> lots = new ArrayList<>();
        List<Passage> passages = new ArrayList<>();
        int next = 0;
        for (; next < 6; next++) {
            lots.add(lot(next, 1 + random.nextInt(1_000_000_007), false));
        }
        lots.forEach(lot -> left.put(lot.lot(), lot.mass().micrograms()));
        for (int p = 0; p < 12; p++) {
            List<Part> inputs = new ArrayList<>();
            List<LotId> ids = new ArrayList<>(
                    left.keySet().stream().sorted().filter(l -> left.get(l) > 4).toList());
            java.util.Collections.shuffle(ids, random);
            long sum = 0;
            for (LotId input : ids.subList(0, Math.min(ids.size(), 2 + random.nextInt(3)))) {
                long taken = 1 + random.nextLong(left.get(input));
                left.merge(input, -taken, Long::sum);
                inputs.add(new Part(Optional.of(input), new Mass(taken)));
                sum += taken;
            }
            List<Part> outputs = new ArrayList<>();
            int made = 1 + random.nextInt(3);
            for (int o = 0; o < made && sum > 1; o++) {
                long mass = 1 + random.nextLong(sum - 1);
                sum -= mass;
                TracedLot lot = lot(next++, mass, true);
                lots.add(lot);
                left.put(lot.lot(), mass);
                outputs.add(new Part(Optional.of(lot.lot()), lot.mass()));
            }
            outputs.add(new Part(Optional.empty(), new Mass(sum)));
            passages.add(new Passage(100 + p, "blend", inputs, outputs));
        }
        lots.forEach(lot -> masses.put(lot.lot(), lot.mass()));
        TracedLot root = lots.remove(lots.size() - 1);
        return new Lineage(root, lots, List.of(), passages, masses, true);
    }

    private static long weight(LongStream weights) {
        return weights.reduce(0, Math::addExact);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void what_flows_into_a_lot_flows_out_or_is_lost_or_stays(long seed) {
        Lineage lineage = random(seed);
        Flow flow = Flows.of(lineage, Measure.WHOLE);
        Map<LotId, Long> taken = new HashMap<>();
        lineage.passages()
                .forEach(passage -> passage.inputs()
                        .forEach(part -> taken.merge(
                                part.lot().orElseThrow(), part.mass().micrograms(), Long::sum)));
        for (Flow.Node node : flow.nodes()) {
            long in = weight(flow.bands().stream()
                            .filter(b -> b.to() == node.id())
                            .mapToLong(Flow.Band::weight))
                    + node.entering();
            long out = weight(flow.bands().stream()
                            .filter(b -> b.from() == node.id())
                            .mapToLong(Flow.Band::weight))
                    + node.aside()
                    + node.lost();
            assertThat(out).isEqualTo(taken.getOrDefault(node.lot().lot(), 0L)).isLessThanOrEqualTo(node.weight());
            assertThat(in).isEqualTo(node.lot().process().isPresent() ? node.weight() : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void parts_of_a_side_follow_one_another_to_the_hundredth_of_a_pixel(long seed) {
        Flow flow = Flows.of(random(seed), Measure.WHOLE);
        Picture picture = Layout.of(flow);
        for (Picture.Box box : picture.boxes()) {
            int id = box.node().id();
            long right = weight(LongStream.concat(
                    picture.ribbons().stream()
                            .filter(r -> r.band().from() == id)
                            .mapToLong(r -> r.from().length()),
                    picture.stubs().stream()
                            .filter(s -> s.node().id() == id && s.kind() != Leaving.ENTERING)
                            .mapToLong(s -> s.span().length())));
            long left = weight(LongStream.concat(
                    picture.ribbons().stream().filter(r -> r.band().to() == id).mapToLong(r -> r.to().length()),
                    picture.stubs().stream()
                            .filter(s -> s.node().id() == id && s.kind() == Leaving.ENTERING)
                            .mapToLong(s -> s.span().length())));
            assertThat(left).isEqualTo(box.node().lot().process().isPresent() ? box.height() : 0);
            assertThat(right).isLessThanOrEqualTo(box.height());
        }
        for (Picture.Ribbon ribbon : picture.ribbons()) {
            assertThat(Math.abs(ribbon.from().length() - ribbon.to().length())).isLessThanOrEqualTo(1);
            assertThat(picture.boxes().get(ribbon.band().from()).right())
                    .isLessThan(picture.boxes().get(ribbon.band().to()).x());
        }
    }

    @Test
    void shares_sum_up_by_row_and_by_column() {
        long[] inputs = {1_000_000_007, 3, 998_244_353, 1};
        long[] outputs = {5, 1_998_000_000, 244_240, 119};
        assertThat(LongStream.of(inputs).sum()).isEqualTo(LongStream.of(outputs).sum());
        long[][] shares = Shares.of(inputs, outputs);
        for (int i = 0; i < inputs.length; i++) {
            assertThat(LongStream.of(shares[i]).sum()).isEqualTo(inputs[i]);
            assertThat(LongStream.of(shares[i]).allMatch(share -> share >= 0)).isTrue();
        }
        for (int j = 0; j < outputs.length; j++) {
            int column = j;
            assertThat(IntStream.range(0, inputs.length)
                            .mapToLong(i -> shares[i][column])
                            .sum())
                    .isEqualTo(outputs[j]);
        }
    }

    @Test
    void beyond_sixty_lots_the_smallest_of_a_column_are_one_and_nothing_is_left_out() {
        List<TracedLot> inputs =
                IntStream.range(1, 201).mapToObj(n -> lot(n, 1_000 + n, false)).toList();
        long sum = inputs.stream().mapToLong(lot -> lot.mass().micrograms()).sum();
        TracedLot root = lot(300, sum, true);
        Map<LotId, Mass> masses = new HashMap<>();
        inputs.forEach(lot -> masses.put(lot.lot(), lot.mass()));
        Passage passage = new Passage(
                400,
                "blend",
                inputs.stream()
                        .map(lot -> new Part(Optional.of(lot.lot()), lot.mass()))
                        .toList(),
                List.of(new Part(Optional.of(root.lot()), root.mass())));
        Lineage lineage = new Lineage(root, inputs, List.of(), List.of(passage), masses, true);
        Flow flow = Flows.of(lineage, Measure.WHOLE);
        assertThat(flow.nodes()).hasSizeLessThanOrEqualTo(60);
        assertThat(flow.nodes().stream().filter(Flow.Node::joined)).hasSize(1);
        assertThat(FlowSvg.of(lineage, Measure.WHOLE)).contains(">171 more ");
        assertThat(weight(flow.bands().stream().mapToLong(Flow.Band::weight))).isEqualTo(sum);
    }

    @Test
    void texts_are_escaped_and_lengths_have_no_rounding() {
        assertThat(Svg.escaped("<a b=\"c\" d='e'>&\u0000\uFFFE"))
                .isEqualTo("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;??");
        assertThat(Svg.px(12_345)).isEqualTo("123.45");
        assertThat(Svg.px(-5)).isEqualTo("-0.05");
        assertThat(Svg.px(700)).isEqualTo("7");
    }
}
