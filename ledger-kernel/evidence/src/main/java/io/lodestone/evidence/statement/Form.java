package io.lodestone.evidence.statement;

import java.util.Locale;

/** The physical form of a lot's material. */
public enum Form {
    ORE,
    CONCENTRATE,
    MREC,
    OXIDE,
    FLUORIDE,
    METAL,
    ALLOY,
    FLAKE,
    POWDER,
    BLANK,
    MAGNET,
    TARGET,
    SWARF,
    ASSEMBLY,
    MIXED;

    public static Form parse(String text) {
        for (Form form : values()) {
            if (form.wire().equals(text)) {
                return form;
            }
        }
        throw new IllegalArgumentException(
                "must be one of ore, concentrate, mrec, oxide, fluoride, metal, alloy, flake,"
                        + " powder, blank, magnet, target, swarf, assembly, mixed");
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
