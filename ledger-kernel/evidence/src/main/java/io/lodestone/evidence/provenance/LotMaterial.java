package io.lodestone.evidence.provenance;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.quantity.Substance;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One component of a lot that is registered: a substance by fraction of the lot's mass or by mass, with one origin.
 *
 * <p>Exactly one of fraction and mass; a fraction lies above 0 and at most at 1. An uncertainty belongs to a fraction,
 * is not above it, and comes with its coverage factor (above 0, at most 10). It is kept, and moves no mass.
 */
public record LotMaterial(
        Substance substance,
        Optional<DecimalText> fraction,
        Optional<Mass> mass,
        Digest profile,
        Optional<DecimalText> uncertainty,
        Optional<DecimalText> coverageFactor) {

    public LotMaterial {
        refuse(fraction.isPresent() == mass.isPresent(), "massUg", "exactly one of fraction and massUg is stated");
        refuse(fraction.isPresent() && !within(fraction.get(), 1), "fraction", "must be above 0 and at most 1");
        refuse(mass.isPresent() && mass.get().isZero(), "massUg", "must be above zero");
        refuse(uncertainty.isPresent() && fraction.isEmpty(), "uncertainty", "belongs to a fraction");
        refuse(
                uncertainty.isPresent() && uncertainty.get().compareTo(fraction.orElseThrow()) > 0,
                "uncertainty",
                "cannot exceed the fraction");
        refuse(
                uncertainty.isPresent() != coverageFactor.isPresent(),
                "coverageFactor",
                "uncertainty and coverage factor are stated together");
        refuse(
                coverageFactor.isPresent() && !within(coverageFactor.get(), 10),
                "coverageFactor",
                "must be above 0 and at most 10");
    }

    public static LotMaterial ofFraction(Substance substance, DecimalText fraction, Digest profile) {
        return new LotMaterial(
                substance, Optional.of(fraction), Optional.empty(), profile, Optional.empty(), Optional.empty());
    }

    public static LotMaterial ofMass(Substance substance, Mass mass, Digest profile) {
        return new LotMaterial(
                substance, Optional.empty(), Optional.of(mass), profile, Optional.empty(), Optional.empty());
    }

    public static LotMaterial read(Members in) {
        Substance substance = in.parsed("substance", Substance.MAX_LENGTH, Substance::parse);
        Optional<DecimalText> fraction = in.nullableParsed("fraction", 37, DecimalText::parse);
        Optional<Mass> mass = in.nullableParsed("massUg", 19, Mass::parsePositive);
        Digest profile = in.parsed("profile", 44, Digest::parse);
        Optional<DecimalText> uncertainty = in.nullableParsed("uncertainty", 37, DecimalText::parse);
        Optional<DecimalText> coverageFactor = in.nullableParsed("coverageFactor", 37, DecimalText::parse);
        try {
            return new LotMaterial(substance, fraction, mass, profile, uncertainty, coverageFactor);
        } catch (FormatException e) {
            throw new FormatException(e.fault(), in.path(e.path()), e.reason());
        }
    }

    public JsonObject json() {
        return Json.object()
                .putWire("coverageFactor", coverageFactor)
                .putWire("fraction", fraction)
                .putWire("massUg", mass)
                .putWire("profile", profile)
                .putWire("substance", substance)
                .putWire("uncertainty", uncertainty)
                .build();
    }

    /** The component's exact mass in micrograms in a lot of the given mass. */
    Ratio micrograms(Mass lot) {
        return fraction.map(part -> part.ratio().times(lot.micrograms()))
                .orElseGet(() -> Ratio.of(mass.orElseThrow().micrograms(), 1));
    }

    private static boolean within(DecimalText value, long max) {
        return value.value().signum() > 0 && value.value().compareTo(BigDecimal.valueOf(max)) <= 0;
    }

    private static void refuse(boolean broken, String member, String reason) {
        if (broken) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, member, reason);
        }
    }
}
