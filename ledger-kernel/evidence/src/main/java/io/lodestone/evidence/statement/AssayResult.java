package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Ratio;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an assay says of one substance: a mass fraction with its expanded uncertainty and coverage factor, or that it
 * lies below a detection limit, or within a declared range. Below a limit is not zero, and a range stays a range.
 * Exactly one of {@code fraction}, {@code below} and the pair {@code from}, {@code to} is stated.
 */
public record AssayResult(
        String substance,
        Optional<DecimalText> fraction,
        Optional<DecimalText> uncertainty,
        Optional<DecimalText> coverageFactor,
        Optional<DecimalText> below,
        Optional<DecimalText> from,
        Optional<DecimalText> to) {

    /** Expanded uncertainties are compared at this coverage factor. */
    private static final long COVERAGE = 2;

    /** Five points of the whole: no laboratory that weighs and dissolves its sample is as far off. */
    private static final Ratio WIDEST = Ratio.of(1, 20);

    private static final int DECIMAL = 37;

    public AssayResult {
        refuse(
                Stream.of(fraction, below, from).filter(Optional::isPresent).count() != 1,
                "fraction",
                "exactly one of fraction, below and a range from, to is stated");
        refuse(from.isPresent() != to.isPresent(), "to", "a range has both ends");
        refuse(from.isPresent() && from.get().compareTo(to.orElseThrow()) >= 0, "to", "must be above from");
        refuse(below.isPresent() && below.get().value().signum() == 0, "below", "must be above zero");
    }

    /** A fraction, as version 1 of an assay states it. */
    public AssayResult(
            String substance,
            DecimalText fraction,
            Optional<DecimalText> uncertainty,
            Optional<DecimalText> coverageFactor) {
        this(
                substance,
                Optional.of(fraction),
                uncertainty,
                coverageFactor,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static AssayResult read(Members in, long version) {
        String substance = in.string("substance", 16);
        Optional<DecimalText> uncertainty = in.nullableParsed("uncertainty", DECIMAL, DecimalText::parse);
        Optional<DecimalText> coverage = in.nullableParsed("coverageFactor", DECIMAL, DecimalText::parse);
        if (version == 1) {
            return new AssayResult(
                    substance, in.parsed("fraction", DECIMAL, DecimalText::parse), uncertainty, coverage);
        }
        Optional<DecimalText> fraction = in.nullableParsed("fraction", DECIMAL, DecimalText::parse);
        Optional<DecimalText> below = in.nullableParsed("below", DECIMAL, DecimalText::parse);
        Optional<DecimalText> from = in.nullableParsed("from", DECIMAL, DecimalText::parse);
        Optional<DecimalText> to = in.nullableParsed("to", DECIMAL, DecimalText::parse);
        try {
            return new AssayResult(substance, fraction, uncertainty, coverage, below, from, to).checked();
        } catch (FormatException e) {
            throw new FormatException(e.fault(), in.path(e.path()), e.reason());
        }
    }

    /** What version 1 let pass stays readable, so only later versions ask for it. */
    private AssayResult checked() {
        refuse(
                uncertainty.isPresent() != coverageFactor.isPresent(),
                "coverageFactor",
                "uncertainty and coverage factor are stated together");
        refuse(uncertainty.isPresent() && fraction.isEmpty(), "uncertainty", "belongs to a fraction");
        refuse(
                coverageFactor.isPresent() && coverageFactor.get().value().signum() == 0,
                "coverageFactor",
                "must be above 0");
        refuse(most().compareTo(Ratio.ONE) > 0, "fraction", "a fraction is at most 1");
        return this;
    }

    JsonObject json(long version) {
        ObjectBuilder out = Json.object();
        if (version > 1) {
            out = out.putWire("below", below).putWire("from", from).putWire("to", to);
        }
        return out.putWire("coverageFactor", coverageFactor)
                .putWire("fraction", fraction)
                .put("substance", substance)
                .putWire("uncertainty", uncertainty)
                .build();
    }

    /** The least that this result allows. */
    public Ratio least() {
        return fraction.or(() -> from).map(DecimalText::ratio).orElse(Ratio.ZERO);
    }

    /** The most that this result allows, its uncertainty left aside. */
    public Ratio most() {
        return fraction.or(() -> to).or(() -> below).orElseThrow().ratio();
    }

    /** The square of the expanded uncertainty at k = 2; zero where none is stated. */
    public Ratio squaredUncertainty() {
        if (uncertainty.isEmpty()
                || coverageFactor.isEmpty()
                || coverageFactor.get().value().signum() == 0) {
            return Ratio.ZERO;
        }
        Ratio expanded = uncertainty
                .get()
                .ratio()
                .times(COVERAGE)
                .dividedBy(coverageFactor.get().ratio());
        return expanded.times(expanded);
    }

    /**
     * Whether the expanded uncertainty (k = 2) is above the fraction itself, or above five points of the whole. The first
     * is no measurement but a limit of detection, and is stated as {@code below}; the second would agree with any book.
     */
    public boolean uncertaintyTooLarge() {
        Ratio squared = squaredUncertainty();
        Ratio found = least();
        return squared.compareTo(found.times(found)) > 0 || squared.compareTo(WIDEST.times(WIDEST)) > 0;
    }

    private static void refuse(boolean broken, String member, String reason) {
        if (broken) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, member, reason);
        }
    }
}
