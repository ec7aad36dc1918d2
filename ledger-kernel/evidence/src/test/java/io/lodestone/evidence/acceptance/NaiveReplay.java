package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.Replacement;
import io.lodestone.evidence.statement.Replacement.OfRegistration;
import io.lodestone.evidence.statement.Replacement.OfTransformation;
import io.lodestone.evidence.statement.Statement;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The whole history computed afresh with every last replacement in its place, by the words of {@code SPEC.md} and with
 * arithmetic of its own: one flat map of {@code element/profile} to micrograms a lot, open mass under {@code ~}.
 */
final class NaiveReplay {

    private static final String OPEN = "~";
    private static final OriginProfile UNKNOWN = new OriginProfile(
            List.of(new OriginStep(
                    OriginStep.Kind.MINED,
                    Places.of("Unknown"),
                    Optional.empty(),
                    Places.of("Unknown"),
                    Places.of("Unknown"))),
            OriginProfile.Recycled.UNKNOWN,
            OriginProfile.Evidence.DECLARED);

    final Map<LotId, TreeMap<String, BigInteger>> lots = new HashMap<>();
    final Map<LotId, BigInteger> deficits = new HashMap<>();
    final TreeMap<String, BigInteger> in = new TreeMap<>();
    final TreeMap<String, BigInteger> lost = new TreeMap<>();
    private final Map<String, OriginProfile> profiles = new HashMap<>(Map.of(key(UNKNOWN), UNKNOWN));
    private final Map<Digest, Replacement> replaced = new HashMap<>();

    static NaiveReplay of(List<Statement> log) {
        NaiveReplay replay = new NaiveReplay();
        for (Statement one : log) {
            if (one.body() instanceof Correction correction) {
                replay.replaced.put(
                        correction.corrects(), correction.replacement().orElseThrow());
            }
        }
        for (Statement one : log) {
            if (one.body() instanceof LotRegistered lot) {
                replay.register(lot, Optional.ofNullable(replay.replaced.get(one.digest())));
            } else if (one.body() instanceof LotsTransformed made) {
                replay.transform(made, Optional.ofNullable(replay.replaced.get(one.digest())));
            }
        }
        return replay;
    }

    private void register(LotRegistered lot, Optional<Replacement> replacement) {
        Mass mass = replacement.map(r -> ((OfRegistration) r).mass()).orElse(lot.mass());
        List<LotMaterial> material =
                replacement.map(r -> ((OfRegistration) r).material()).orElse(lot.material());
        replacement
                .map(r -> ((OfRegistration) r).profiles())
                .orElse(lot.profiles())
                .forEach(this::know);
        TreeMap<String, BigInteger> flat = flat(Origins.lot(mass.micrograms(), material.toArray(LotMaterial[]::new)));
        lots.put(lot.lot(), flat);
        account(in, flat);
    }

    private void transform(LotsTransformed made, Optional<Replacement> replacement) {
        Optional<OfTransformation> stated = replacement.map(OfTransformation.class::cast);
        Drawn recorded = (Drawn) made.draw();
        TreeMap<String, BigInteger> pot = new TreeMap<>();
        for (int i = 0; i < made.inputs().size(); i++) {
            LotId lot = made.inputs().get(i).lot();
            int at = i;
            BigInteger wanted = ug(stated.map(s -> s.inputs().get(at).mass())
                    .orElse(made.inputs().get(i).consumed()));
            TreeMap<String, BigInteger> held = lots.get(lot);
            BigInteger deficit = wanted.subtract(sum(held)).max(BigInteger.ZERO);
            TreeMap<String, BigInteger> taken = twice(wanted.subtract(deficit), held);
            taken.forEach((key, mass) -> held.merge(key, mass.negate(), BigInteger::add));
            add(pot, taken);
            deficits.merge(lot, deficit, BigInteger::add);
            if (deficit.signum() > 0) {
                TreeMap<String, BigInteger> fill = asUnknown(
                        share(deficit, elements(flat(recorded.consumed().get(i)))));
                account(in, fill);
                add(pot, fill);
            }
        }
        BigInteger gain = ug(stated.map(OfTransformation::openGain).orElse(made.openGain()));
        pot.merge(OPEN, gain, BigInteger::add);
        in.merge(OPEN, gain, BigInteger::add);
        int next = 0;
        for (Output output : made.outputs()) {
            if (output.lot().isPresent()) {
                int at = next++;
                OfTransformation.Made is = stated.map(s -> s.outputs().get(at))
                        .orElse(new OfTransformation.Made(output.elements(), output.mass(), output.open()));
                lots.put(output.lot().get(), take(pot, is, recorded, at, made));
            }
        }
        account(lost, pot);
    }

    private TreeMap<String, BigInteger> take(
            TreeMap<String, BigInteger> pot, OfTransformation.Made is, Drawn recorded, int at, LotsTransformed made) {
        TreeMap<String, BigInteger> wanted = new TreeMap<>();
        TreeMap<String, BigInteger> there = elements(pot);
        there.remove(OPEN);
        if (is.elements().isPresent()) {
            is.elements().get().masses().forEach((element, mass) -> wanted.put(element.symbol(), ug(mass)));
        } else {
            BigInteger tracked = ug(is.mass()).subtract(ug(is.open()));
            BigInteger can = tracked.min(sum(there));
            wanted.putAll(share(can, there));
            TreeMap<String, BigInteger> like = elements(flat(recorded.outputs().get(at)));
            like.remove(OPEN);
            if (sum(like).signum() == 0) {
                recorded.consumed().forEach(one -> add(like, elements(flat(one))));
                like.remove(OPEN);
            }
            if (can.compareTo(tracked) < 0) {
                share(tracked.subtract(can), like)
                        .forEach((element, mass) -> wanted.merge(element, mass, BigInteger::add));
            }
        }
        wanted.put(OPEN, ug(is.open()));
        TreeMap<String, BigInteger> lot = new TreeMap<>();
        wanted.forEach((element, mass) -> {
            TreeMap<String, BigInteger> of = new TreeMap<>(pot);
            of.keySet().removeIf(key -> !key.split("/")[0].equals(element));
            BigInteger can = mass.min(sum(of));
            share(can, of).forEach((key, some) -> {
                pot.merge(key, some.negate(), BigInteger::add);
                lot.merge(key, some, BigInteger::add);
            });
            BigInteger lack = mass.subtract(can);
            if (lack.signum() > 0) {
                String key = element.equals(OPEN) ? OPEN : element + "/" + key(UNKNOWN);
                lot.merge(key, lack, BigInteger::add);
                in.merge(element, lack, BigInteger::add);
            }
        });
        return made.appended().map(step -> appended(lot, step)).orElse(lot);
    }

    private TreeMap<String, BigInteger> appended(TreeMap<String, BigInteger> lot, OriginStep step) {
        TreeMap<String, BigInteger> longer = new TreeMap<>();
        lot.forEach((key, mass) -> {
            if (key.equals(OPEN)) {
                longer.put(key, mass);
            } else {
                OriginProfile after = profiles.get(key.split("/", 2)[1]).then(step);
                longer.merge(key.split("/", 2)[0] + "/" + know(after), mass, BigInteger::add);
            }
        });
        return longer;
    }

    private String know(OriginProfile profile) {
        profiles.put(key(profile), profile);
        return key(profile);
    }

    /** Sorts as the digest's bytes do. */
    private static String key(OriginProfile profile) {
        return hex(profile.digest());
    }

    private static String hex(Digest digest) {
        return String.format("%064x", new BigInteger(1, digest.bytes()));
    }

    /** First over elements and open mass, then each element's share over its profiles. */
    private static TreeMap<String, BigInteger> twice(BigInteger total, TreeMap<String, BigInteger> held) {
        TreeMap<String, BigInteger> taken = new TreeMap<>();
        share(total, elements(held)).forEach((element, mass) -> {
            TreeMap<String, BigInteger> of = new TreeMap<>(held);
            of.keySet().removeIf(key -> !key.split("/")[0].equals(element));
            taken.putAll(share(mass, of));
        });
        return taken;
    }

    private static TreeMap<String, BigInteger> share(BigInteger total, TreeMap<String, BigInteger> parts) {
        BigInteger whole = sum(parts);
        TreeMap<String, BigInteger> shares = new TreeMap<>();
        List<String> order = new ArrayList<>(parts.keySet());
        if (total.signum() == 0) {
            return shares;
        }
        parts.forEach((key, part) -> shares.put(key, total.multiply(part).divide(whole)));
        order.sort(Comparator.comparing(
                (String key) -> total.multiply(parts.get(key)).mod(whole), Comparator.reverseOrder()));
        int left = total.subtract(sum(shares)).intValueExact();
        order.subList(0, left).forEach(key -> shares.merge(key, BigInteger.ONE, BigInteger::add));
        return shares;
    }

    private static TreeMap<String, BigInteger> asUnknown(TreeMap<String, BigInteger> elements) {
        TreeMap<String, BigInteger> unknown = new TreeMap<>();
        elements.forEach(
                (element, mass) -> unknown.put(element.equals(OPEN) ? OPEN : element + "/" + key(UNKNOWN), mass));
        return unknown;
    }

    static TreeMap<String, BigInteger> elements(TreeMap<String, BigInteger> flat) {
        TreeMap<String, BigInteger> sums = new TreeMap<>();
        flat.forEach((key, mass) -> sums.merge(key.split("/")[0], mass, BigInteger::add));
        return sums;
    }

    private static TreeMap<String, BigInteger> flat(OriginVector vector) {
        TreeMap<String, BigInteger> flat = new TreeMap<>();
        vector.rowList().forEach(row -> flat.put(row.element().symbol() + "/" + hex(row.profile()), ug(row.mass())));
        flat.put(OPEN, ug(vector.open()));
        return flat;
    }

    private static void account(TreeMap<String, BigInteger> book, TreeMap<String, BigInteger> flat) {
        add(book, elements(flat));
    }

    private static void add(TreeMap<String, BigInteger> to, TreeMap<String, BigInteger> more) {
        more.forEach((key, mass) -> to.merge(key, mass, BigInteger::add));
    }

    static BigInteger sum(Map<String, BigInteger> parts) {
        return parts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger ug(Mass mass) {
        return BigInteger.valueOf(mass.micrograms());
    }

    /** How many lots hold something of an origin that begins in the unknown. */
    int profilesOfUnknown() {
        return (int) lots.values().stream()
                .filter(lot -> lot.entrySet().stream()
                        .anyMatch(row -> row.getValue().signum() > 0
                                && !row.getKey().equals(OPEN)
                                && profiles.get(row.getKey().split("/", 2)[1]).recycled()
                                        == OriginProfile.Recycled.UNKNOWN))
                .count();
    }

    /** The lot's vector, to compare digests. */
    OriginVector vector(LotId lot) {
        TreeMap<Element, SortedMap<Digest, Mass>> rows = new TreeMap<>(Element.BY_SYMBOL);
        TreeMap<String, BigInteger> flat = lots.get(lot);
        flat.forEach((key, mass) -> {
            if (!key.equals(OPEN)) {
                String[] parts = key.split("/", 2);
                rows.computeIfAbsent(Element.parse(parts[0]), none -> new TreeMap<>())
                        .put(profiles.get(parts[1]).digest(), new Mass(mass.longValueExact()));
            }
        });
        return new OriginVector(
                new TreeMap<>(rows),
                new Mass(flat.getOrDefault(OPEN, BigInteger.ZERO).longValueExact()));
    }
}
