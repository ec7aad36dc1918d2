package io.lodestone.evidence.quantity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a component of a lot is stated as: a tracked element ({@code Dy}) or a compound of one to six elements
 * ({@code Dy2O3}, {@code Nd2Fe14B}). The mass fractions of its elements are exact ratios of atomic masses.
 *
 * <p>One spelling: at most 16 characters, each element once, counts from 2 to 99 without leading zeros and a count of
 * one not written, no brackets, at least one tracked element.
 */
public record Substance(String formula) {

    public static final int MAX_LENGTH = 16;
    public static final int MAX_ELEMENTS = 6;

    private static final Set<String> OPEN_SYMBOLS = Set.of("H", "C", "N", "O", "F", "Cl");
    private static final Pattern SPELLING = Pattern.compile("([A-Z][a-z]?([2-9]|[1-9][0-9])?)+");
    private static final Pattern TERM = Pattern.compile("([A-Z][a-z]?)([0-9]*)");

    public Substance {
        if (formula.length() > MAX_LENGTH || !SPELLING.matcher(formula).matches()) {
            throw new IllegalArgumentException("must be an element or a formula such as Dy2O3, at most 16 characters");
        }
        Map<String, Integer> atoms = atoms(formula);
        if (atoms.size() > MAX_ELEMENTS) {
            throw new IllegalArgumentException("a formula has at most " + MAX_ELEMENTS + " elements");
        }
        if (OPEN_SYMBOLS.containsAll(atoms.keySet())) {
            throw new IllegalArgumentException("a formula needs at least one tracked element");
        }
        if (atoms.size() == 1 && !atoms.containsKey(formula)) {
            throw new IllegalArgumentException("an element is written without a count");
        }
    }

    public static Substance parse(String formula) {
        return new Substance(formula);
    }

    private static Map<String, Integer> atoms(String formula) {
        Map<String, Integer> atoms = new LinkedHashMap<>();
        Matcher term = TERM.matcher(formula);
        while (term.find()) {
            String symbol = term.group(1);
            if (!OPEN_SYMBOLS.contains(symbol)) {
                symbol = Element.parse(symbol).symbol();
            }
            int count = term.group(2).isEmpty() ? 1 : Integer.parseInt(term.group(2));
            if (atoms.put(symbol, count) != null) {
                throw new IllegalArgumentException("a formula names each element once");
            }
        }
        return atoms;
    }

    /** The tracked elements in the order of the formula; never empty. */
    public List<Element> tracked() {
        List<Element> tracked = new ArrayList<>();
        for (String symbol : atoms(formula).keySet()) {
            if (!OPEN_SYMBOLS.contains(symbol)) {
                tracked.add(Element.parse(symbol));
            }
        }
        return List.copyOf(tracked);
    }

    /** The element's exact share of the substance's mass; zero where the formula does not name it. */
    public Ratio fractionOf(Element element) {
        Ratio whole = Ratio.ZERO;
        Ratio part = Ratio.ZERO;
        for (Map.Entry<String, Integer> atom : atoms(formula).entrySet()) {
            Ratio mass = AtomicMasses.of(atom.getKey()).times(atom.getValue());
            whole = whole.plus(mass);
            if (atom.getKey().equals(element.symbol())) {
                part = mass;
            }
        }
        return part.dividedBy(whole);
    }

    @Override
    public String toString() {
        return formula;
    }
}
