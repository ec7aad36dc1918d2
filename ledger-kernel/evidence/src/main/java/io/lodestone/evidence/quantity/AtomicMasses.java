package io.lodestone.evidence.quantity;

import java.util.HashMap;
import java.util.Map;

/**
 * The table of atomic masses that every oxide factor is computed from: IUPAC's standard atomic weights of 2021, to at
 * most three decimals, as exact decimals. A statement's arithmetic is only repeatable under the same {@link #VERSION}.
 */
public final class AtomicMasses {

    public static final String VERSION = "IUPAC-2021-3dp";

    private static final String TABLE = """
            H 1.008 C 12.011 N 14.007 O 15.999 F 18.998 Cl 35.45
            Li 6.94 Be 9.012 B 10.81 Na 22.99 Mg 24.305 Al 26.982 Si 28.085 P 30.974 S 32.06 K 39.098 Ca 40.078
            Sc 44.956 Ti 47.867 V 50.942 Cr 51.996 Mn 54.938 Fe 55.845 Co 58.933 Ni 58.693 Cu 63.546 Zn 65.38
            Ga 69.723 Ge 72.63 As 74.922 Se 78.971 Br 79.904 Rb 85.468 Sr 87.62 Y 88.906 Zr 91.224 Nb 92.906
            Mo 95.95 Ru 101.07 Rh 102.905 Pd 106.42 Ag 107.868 Cd 112.414 In 114.818 Sn 118.71 Sb 121.76 Te 127.6
            I 126.904 Cs 132.905 Ba 137.327 La 138.905 Ce 140.116 Pr 140.908 Nd 144.242 Sm 150.36 Eu 151.964
            Gd 157.25 Tb 158.925 Dy 162.5 Ho 164.93 Er 167.259 Tm 168.934 Yb 173.045 Lu 174.967 Hf 178.486
            Ta 180.948 W 183.84 Re 186.207 Os 190.23 Ir 192.217 Pt 195.084 Au 196.967 Hg 200.592 Tl 204.38 Pb 207.2
            Bi 208.98 Th 232.038 U 238.029
            """;

    private static final Map<String, Ratio> MASSES = new HashMap<>();

    static {
        String[] words = TABLE.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            MASSES.put(words[i], DecimalText.parse(words[i + 1]).ratio());
        }
    }

    private AtomicMasses() {}

    public static Ratio of(Element element) {
        return of(element.symbol());
    }

    /** The mass of a tracked element or of one that counts as open mass; refuses any other symbol. */
    static Ratio of(String symbol) {
        Ratio mass = MASSES.get(symbol);
        if (mass == null) {
            throw new IllegalArgumentException("names an element without an atomic mass here");
        }
        return mass;
    }
}
