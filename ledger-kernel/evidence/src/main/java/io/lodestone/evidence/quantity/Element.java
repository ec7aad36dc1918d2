package io.lodestone.evidence.quantity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * A tracked chemical element: conserved one by one through every transformation. H, C, N, O, F and Cl are not here;
 * they come and go with air, water and salts, and count as open mass.
 */
public enum Element {
    LI("Li"),
    BE("Be"),
    B("B"),
    NA("Na"),
    MG("Mg"),
    AL("Al"),
    SI("Si"),
    P("P"),
    S("S"),
    K("K"),
    CA("Ca"),
    SC("Sc"),
    TI("Ti"),
    V("V"),
    CR("Cr"),
    MN("Mn"),
    FE("Fe"),
    CO("Co"),
    NI("Ni"),
    CU("Cu"),
    ZN("Zn"),
    GA("Ga"),
    GE("Ge"),
    AS("As"),
    SE("Se"),
    BR("Br"),
    RB("Rb"),
    SR("Sr"),
    Y("Y"),
    ZR("Zr"),
    NB("Nb"),
    MO("Mo"),
    RU("Ru"),
    RH("Rh"),
    PD("Pd"),
    AG("Ag"),
    CD("Cd"),
    IN("In"),
    SN("Sn"),
    SB("Sb"),
    TE("Te"),
    I("I"),
    CS("Cs"),
    BA("Ba"),
    LA("La"),
    CE("Ce"),
    PR("Pr"),
    ND("Nd"),
    SM("Sm"),
    EU("Eu"),
    GD("Gd"),
    TB("Tb"),
    DY("Dy"),
    HO("Ho"),
    ER("Er"),
    TM("Tm"),
    YB("Yb"),
    LU("Lu"),
    HF("Hf"),
    TA("Ta"),
    W("W"),
    RE("Re"),
    OS("Os"),
    IR("Ir"),
    PT("Pt"),
    AU("Au"),
    HG("Hg"),
    TL("Tl"),
    PB("Pb"),
    BI("Bi"),
    TH("Th"),
    U("U");

    public static final Comparator<Element> BY_SYMBOL = Comparator.comparing(Element::symbol);

    private static final Map<String, Element> SYMBOLS = new HashMap<>();

    static {
        for (Element element : values()) {
            SYMBOLS.put(element.symbol, element);
        }
    }

    private final String symbol;

    Element(String symbol) {
        this.symbol = symbol;
    }

    public static Element parse(String symbol) {
        Element element = SYMBOLS.get(symbol);
        if (element == null) {
            throw new IllegalArgumentException("is not the symbol of a tracked element");
        }
        return element;
    }

    public String symbol() {
        return symbol;
    }
}
