package io.lodestone.evidence.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.Completion.Completed;
import io.lodestone.evidence.provenance.OriginProfile.Evidence;
import io.lodestone.evidence.provenance.OriginProfile.Recycled;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.provenance.RegistrationResult.Registered;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Substance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Short spellings for tests. */
public final class Origins {

    private Origins() {}

    public static OriginProfile profile(String country, Kind... steps) {
        List<OriginStep> list = new ArrayList<>();
        for (Kind kind : steps) {
            list.add(step(country, kind));
        }
        return new OriginProfile(list, Recycled.NONE, Evidence.DECLARED);
    }

    public static OriginStep step(String country, Kind kind) {
        Places place = Places.of(country);
        return new OriginStep(kind, place, Optional.empty(), place, place);
    }

    public static Map<Digest, OriginProfile> known(OriginProfile... profiles) {
        Map<Digest, OriginProfile> known = new HashMap<>();
        for (OriginProfile profile : profiles) {
            known.put(profile.digest(), profile);
        }
        return known;
    }

    public static LotMaterial byFraction(String substance, String fraction, OriginProfile profile) {
        return LotMaterial.ofFraction(Substance.parse(substance), DecimalText.parse(fraction), profile.digest());
    }

    public static LotMaterial byMass(String substance, long ug, OriginProfile profile) {
        return LotMaterial.ofMass(Substance.parse(substance), new Mass(ug), profile.digest());
    }

    public static OriginVector lot(long ug, LotMaterial... material) {
        RegistrationResult result = Registration.vector(new Mass(ug), List.of(material));
        assertThat(result).isInstanceOf(Registered.class);
        return ((Registered) result).vector();
    }

    /** A transformation that consumes each vector whole. */
    public static TransformationDraw whole(
            Map<Digest, OriginProfile> profiles, Optional<OriginStep> step, OriginVector... lots) {
        List<DrawInput> inputs = new ArrayList<>();
        for (OriginVector lot : lots) {
            inputs.add(new DrawInput(lot, lot.total()));
        }
        return new TransformationDraw(inputs, Mass.ZERO, step, profiles);
    }

    public static List<DrawOutput> completed(TransformationDraw draw, WantedOutput... wanted) {
        Completion completion = draw.complete(List.of(wanted));
        assertThat(completion).isInstanceOf(Completed.class);
        return ((Completed) completion).outputs();
    }

    public static Drawn drawn(TransformationDraw draw, List<DrawOutput> outputs) {
        TransformationResult result = draw.draw(outputs);
        assertThat(result).isInstanceOf(Drawn.class);
        return (Drawn) result;
    }

    public static StatedElements elements(Object... symbolsAndMasses) {
        TreeMap<Element, Mass> masses = new TreeMap<>(Element.BY_SYMBOL);
        for (int i = 0; i < symbolsAndMasses.length; i += 2) {
            masses.put(Element.parse((String) symbolsAndMasses[i]), new Mass((Integer) symbolsAndMasses[i + 1]));
        }
        return new StatedElements(masses);
    }

    /** Leads from a profile that arose back to the one it lengthens. */
    public static UnaryOperator<Digest> sourceOf(Map<Digest, OriginProfile> arisen) {
        return digest -> {
            OriginProfile longer = arisen.get(digest);
            if (longer == null) {
                return digest;
            }
            List<OriginStep> steps = longer.steps().subList(0, longer.steps().size() - 1);
            return new OriginProfile(steps, longer.recycled(), longer.evidence()).digest();
        };
    }
}
