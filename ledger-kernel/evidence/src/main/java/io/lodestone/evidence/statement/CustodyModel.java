package io.lodestone.evidence.statement;

import java.util.Locale;

/** How the material of a lot is kept apart from other material: the five models of ISO 22095:2020. */
public enum CustodyModel {
    IDENTITY_PRESERVED,
    SEGREGATED,
    CONTROLLED_BLENDING,
    MASS_BALANCE,
    BOOK_AND_CLAIM;

    public static CustodyModel parse(String text) {
        for (CustodyModel model : values()) {
            if (model.wire().equals(text)) {
                return model;
            }
        }
        throw new IllegalArgumentException(
                "must be identity-preserved, segregated, controlled-blending, mass-balance or book-and-claim");
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
