package io.lodestone.lots.lot;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Substance;
import io.lodestone.lots.outbox.Fields;
import java.util.Optional;

/**
 * A component of a lot to be registered: a substance by fraction or by mass, and where it comes from.
 *
 * @param path of the component in the request, for a refusal of what its members say together
 */
public record MaterialRequest(
        String path,
        Substance substance,
        Optional<DecimalText> fraction,
        Optional<Mass> mass,
        Optional<DecimalText> uncertainty,
        Optional<DecimalText> coverageFactor,
        ProfileRequest profile) {

    private static final int DECIMAL = 37;

    public static MaterialRequest read(Members in) {
        return new MaterialRequest(
                in.path(""),
                in.parsed("substance", Substance.MAX_LENGTH, Substance::parse),
                in.optionalParsed("fraction", DECIMAL, Fields::decimal),
                in.optionalParsed("massKg", Fields.MASS, Mass::parseKg),
                in.optionalParsed("uncertainty", DECIMAL, Fields::decimal),
                in.optionalParsed("coverageFactor", DECIMAL, Fields::decimal),
                ProfileRequest.read(in.object("profile")));
    }

    /** With the digest of its profile. */
    public LotMaterial material(Digest origin) {
        try {
            return new LotMaterial(substance, fraction, mass, origin, uncertainty, coverageFactor);
        } catch (FormatException e) {
            throw new FormatException(e.fault(), path + e.path().replace("massUg", "massKg"), e.reason());
        }
    }
}
