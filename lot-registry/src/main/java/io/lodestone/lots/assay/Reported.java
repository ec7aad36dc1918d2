package io.lodestone.lots.assay;

import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Substance;
import java.util.List;
import java.util.Optional;

/**
 * What laboratories report results of: elements and compounds that the book tracks, and beside them what it keeps as
 * open mass. A certificate of analysis is recorded whole, with its water, loss on ignition and gases.
 */
final class Reported {

    /** Loss on ignition, water, and the elements that are not tracked. */
    private static final List<String> OPEN = List.of("LOI", "H2O", "H", "C", "N", "O", "F", "Cl");

    private Reported() {}

    static String parse(String text) {
        if (isOpen(text)) {
            return text;
        }
        try {
            return Substance.parse(text).formula();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + "; or one of " + String.join(", ", OPEN), e);
        }
    }

    static boolean isOpen(String substance) {
        return OPEN.contains(substance);
    }

    /** The substance, where it is one that the book tracks; a statement of version 1 may call anything so. */
    static Optional<Substance> tracked(String substance) {
        try {
            return Optional.of(Substance.parse(substance));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What a result is about, element by element: two results about one element cannot both be meant. */
    static List<String> parts(String substance) {
        return tracked(substance)
                .map(found -> found.tracked().stream().map(Element::symbol).toList())
                .orElse(List.of(substance));
    }
}
