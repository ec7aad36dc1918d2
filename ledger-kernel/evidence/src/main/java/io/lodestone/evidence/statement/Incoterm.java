package io.lodestone.evidence.statement;

/** The rule of Incoterms 2020 by which a delivery is made. */
public enum Incoterm {
    CFR,
    CIF,
    CIP,
    CPT,
    DAP,
    DDP,
    DPU,
    EXW,
    FAS,
    FCA,
    FOB;

    public static Incoterm parse(String text) {
        for (Incoterm term : values()) {
            if (term.name().equals(text)) {
                return term;
            }
        }
        throw new IllegalArgumentException("must be a rule of Incoterms 2020, such as FCA");
    }
}
