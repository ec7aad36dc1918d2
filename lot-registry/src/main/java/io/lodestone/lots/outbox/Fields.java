package io.lodestone.lots.outbox;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Mass;
import java.util.List;
import java.util.TreeSet;

/** Members that several requests have. */
public final class Fields {

    /** A mass of nine decimals under 10^18 µg has 20 characters; what is longer is refused by its form anyway. */
    public static final int MASS = 64;

    public static final int NAME = 256;

    private Fields() {}

    /** A name: not empty, not only white space, without control characters. */
    public static String name(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("must not be blank");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must not contain control characters");
        }
        return text;
    }

    /** A name without spaces around it, as statements hold text. */
    public static String line(String text) {
        if (!text.equals(text.strip())) {
            throw new IllegalArgumentException("must not begin or end with a space");
        }
        return name(text);
    }

    /** A plain decimal; zeros that only say how precise a figure is are left out, as statements hold it. */
    public static DecimalText decimal(String text) {
        return DecimalText.parse(text.matches("[0-9]{1,18}\\.[0-9]{1,18}") ? text.replaceFirst("\\.?0+$", "") : text);
    }

    /** Kilograms, zero allowed. */
    public static Mass massOrZero(String kilograms) {
        return kilograms.equals("0") ? Mass.ZERO : Mass.parseKg(kilograms);
    }

    /** Countries in any order; the statement has them sorted. */
    public static Places places(Members in, String name) {
        List<String> codes = in.strings(name, Places.MAX_CODES, 16, Places::checkCode);
        try {
            return new Places(List.copyOf(new TreeSet<>(codes)));
        } catch (IllegalArgumentException e) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, in.path(name), "needs at least one country or Unknown");
        }
    }

    /** The same where the member may be left out: what nobody says is Unknown. */
    public static Places placesOrUnknown(Members in, String name) {
        return in.optional(name).map(there -> places(in, name)).orElse(Places.of(Places.UNKNOWN));
    }
}
