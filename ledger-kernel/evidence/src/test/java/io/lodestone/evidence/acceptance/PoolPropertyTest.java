package io.lodestone.evidence.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.massbalance.MassBalance;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.PoolResult.Booked;
import io.lodestone.evidence.provenance.PoolResult.Ran;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.CreditClaimed;
import io.lodestone.evidence.statement.CreditClaimed.Claim;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.MeasuredElement;
import io.lodestone.evidence.statement.PoolAdjusted;
import io.lodestone.evidence.statement.PoolCounted;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.testing.PoolBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random runs, counts, closings, adjustments and credits, seeded, so that a failure repeats. */
class PoolPropertyTest {

    private static final int POOLS = 40;
    private static final int STATEMENTS = 40;
    private static final List<String> ELEMENTS = List.of("Dy", "Nd", "Pr", "Tb");
    private static final List<OriginProfile> PROFILES = List.of(
            Origins.profile("CN", OriginStep.Kind.MINED),
            Origins.profile("AU", OriginStep.Kind.MINED),
            Origins.profile("US", OriginStep.Kind.MINED, OriginStep.Kind.CRACKED),
            OriginProfile.NOBODY_KNOWS);

    private record Withdrawn(LotId lot, OriginVector vector) {}

    private Random random = new Random();
    private PoolScene scene = new PoolScene();
    private PoolBook book = new PoolBook(scene.lot(), scene.site());
    private final List<OriginVector> in = new ArrayList<>();
    private final List<OriginVector> lost = new ArrayList<>();
    private final List<OriginVector> drawn = new ArrayList<>();
    private final List<Withdrawn> lots = new ArrayList<>();
    private OriginVector claimed = OriginVector.EMPTY;
    private int period;
    private int minute;
    private int claims;
    private int refusedClaims;

    @Test
    void whatever_flowed_in_is_in_the_pool_withdrawn_or_lost_and_credits_stay_within_it() {
        for (int seed = 0; seed < POOLS; seed++) {
            begin(seed);
            for (int i = 0; i < STATEMENTS; i++) {
                step();
                List<OriginVector> out = new ArrayList<>(drawn);
                out.addAll(lost);
                out.add(book.holds());
                assertThat(MassBalance.checkProfiles(in, out))
                        .as("seed %d step %d", seed, i)
                        .isEmpty();
                assertThat(MassBalance.check(in, out, Mass.ZERO))
                        .as("seed %d step %d", seed, i)
                        .isEmpty();
                assertThat(scene.holding(book.now().pool()).vector())
                        .isEqualTo(book.holds().digest());
            }
        }
        assertThat(claims).isGreaterThan(50);
        assertThat(refusedClaims).isGreaterThan(50);
    }

    private void begin(int seed) {
        random = new Random(seed);
        scene = new PoolScene();
        book = new PoolBook(scene.lot(), scene.site());
        book.knows(PROFILES);
        List.of(in, lost, drawn).forEach(List::clear);
        lots.clear();
        claimed = OriginVector.EMPTY;
        period = 1;
        minute = 1;
        List<LotMaterial> stock = seed % 3 == 0 ? List.of() : material();
        PoolOpened opened = book.opened("1", total(stock), stock, scene.at(minute));
        scene.accept(opened);
        book.took(opened);
        in.add(book.holds());
    }

    private void step() {
        minute++;
        int what = random.nextInt(10);
        if (what < 5) {
            run();
        } else if (what == 5) {
            count();
        } else if (what == 6) {
            scene.accept(book.closed("" + period, "" + (period + 1), scene.at(minute)));
            book.touched();
            period++;
        } else if (what == 7 && period > 1) {
            adjust();
        } else {
            credit();
        }
    }

    private void run() {
        List<Input> inputs = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            inputs.add(registered());
        }
        inputs.sort(java.util.Comparator.comparing(Input::lot));
        long there = book.holds().total().micrograms();
        List<PoolBook.Out> outs = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0 && there > 1; i--) {
            long mass = 1 + Math.floorMod(random.nextLong(), there / 2);
            there -= mass;
            outs.add(PoolScene.product(scene.lot(), mass, Optional.empty(), CustodyModel.MASS_BALANCE));
        }
        if (there > 10 && random.nextInt(4) == 0) {
            outs.add(new PoolBook.Out(
                    Optional.empty(),
                    DrawOutput.of(OutputKind.LOSS, new Mass(there / 10), Mass.ZERO),
                    CustodyModel.MASS_BALANCE));
        }
        if (inputs.isEmpty() && outs.isEmpty()) {
            return;
        }
        PoolRun body = book.run(inputs, outs, scene.at(minute));
        scene.accept(body);
        Ran ran = book.took(body);
        in.addAll(ran.consumed());
        for (int i = 0; i < outs.size(); i++) {
            Optional<LotId> lot = outs.get(i).lot();
            (lot.isPresent() ? drawn : lost).add(ran.drawn().get(i));
            if (lot.isPresent()) {
                lots.add(new Withdrawn(lot.get(), ran.outputs().get(i)));
            }
        }
    }

    private void count() {
        SortedMap<String, MeasuredElement> found = new TreeMap<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            Element element = Element.parse(pick(ELEMENTS));
            long held = book.holds().of(element).micrograms();
            long seen = random.nextInt(3) == 0 ? held + 5 : held - held / 50;
            found.put(element.symbol(), new MeasuredElement(element, new Mass(seen), Mass.ZERO));
        }
        PoolCounted body = book.counted(List.copyOf(found.values()), scene.at(minute));
        scene.accept(body);
        booked(book.took(body));
    }

    private void adjust() {
        String element = pick(ELEMENTS);
        int held = (int) Math.min(book.holds().of(Element.parse(element)).micrograms(), 1_000);
        StatedElements losses = held > 0 ? Origins.elements(element, held) : Origins.elements();
        StatedElements gains = Origins.elements(pick(ELEMENTS), 1 + random.nextInt(1_000));
        String frozen = "" + (1 + random.nextInt(period - 1));
        PoolAdjusted body = book.adjusted(frozen, Optional.empty(), losses, gains, scene.at(minute));
        scene.accept(body);
        Booked booked = book.took(body);
        in.add(booked.gained());
        booked(booked);
    }

    private void booked(Booked booked) {
        lost.add(booked.lost());
    }

    private void credit() {
        if (lots.isEmpty() || book.holds().rowList().isEmpty()) {
            return;
        }
        Withdrawn lot = pick(lots);
        OriginVector.Row row = pick(book.holds().rowList());
        long most = Math.max(1, row.mass().micrograms() * (1 + random.nextInt(4)) / 3);
        Claim claim = new Claim(row.element(), row.profile(), new Mass(most));
        CreditClaimed body = book.credit(new LotVersion(lot.lot(), 1), lot.vector(), List.of(claim), scene.at(minute));
        if (!scene.isAccepted(body)) {
            scene.refuse(body, Refusal.Code.CREDIT_EXCEEDS_POOL);
            refusedClaims++;
            return;
        }
        Holding before = scene.holding(lot.lot());
        scene.accept(body);
        book.touched();
        claims++;
        claimed = claimed.plus(row(claim));
        assertThat(scene.holding(lot.lot())).isEqualTo(before);
        Pool after = scene.ledger().pool(book.now().pool()).orElseThrow();
        assertThat(after.claimed().of(row.element(), row.profile())).isLessThanOrEqualTo(row.mass());
        long everIn = sum(in, row) - sum(lost, row);
        assertThat(claimed.of(row.element(), row.profile()).micrograms()).isLessThanOrEqualTo(everIn);
    }

    private static long sum(List<OriginVector> vectors, OriginVector.Row row) {
        return vectors.stream()
                .mapToLong(v -> v.of(row.element(), row.profile()).micrograms())
                .sum();
    }

    private static OriginVector row(Claim claim) {
        SortedMap<Element, SortedMap<Digest, Mass>> rows = new TreeMap<>(Element.BY_SYMBOL);
        rows.put(claim.element(), new TreeMap<>(Map.of(claim.profile(), claim.mass())));
        return new OriginVector(rows, Mass.ZERO);
    }

    private Input registered() {
        List<LotMaterial> material = material();
        Mass mass = total(material);
        OriginVector vector = Origins.lot(mass.micrograms(), material.toArray(LotMaterial[]::new));
        LotId lot = scene.lot();
        List<OriginProfile> named = PROFILES.stream()
                .filter(profile -> vector.profiles().contains(profile.digest()))
                .sorted(java.util.Comparator.comparing(OriginProfile::digest))
                .toList();
        scene.accept(new LotRegistered(
                lot, Form.CONCENTRATE, mass, material, named, scene.site(), vector.digest(), scene.at(1)));
        long consumed =
                random.nextBoolean() ? mass.micrograms() : 1 + Math.floorMod(random.nextLong(), mass.micrograms());
        return new Input(new LotVersion(lot, 1), new Mass(consumed), Optional.empty(), vector);
    }

    private List<LotMaterial> material() {
        long scale = random.nextBoolean() ? 100 : 1_000_000_000_000L;
        List<LotMaterial> material = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            material.add(Origins.byMass(pick(ELEMENTS), 1 + Math.floorMod(random.nextLong(), scale), pick(PROFILES)));
        }
        return material;
    }

    private static Mass total(List<LotMaterial> material) {
        Mass sum = Mass.ZERO;
        for (LotMaterial part : material) {
            sum = sum.plus(part.mass().orElseThrow());
        }
        return sum;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
