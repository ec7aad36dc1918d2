package io.lodestone.lots.trace.flow;

import io.lodestone.evidence.statement.Form;

/** One colour to each form; losses and what is not shown have their own. */
final class Palette {

    static final String LOST = "#c0392b";
    static final String ASIDE = "#8a9099";

    private Palette() {}

    static String of(Form form) {
        return switch (form) {
            case ORE -> "#7f5539";
            case CONCENTRATE -> "#a98467";
            case MREC -> "#c9a227";
            case OXIDE -> "#3a86c8";
            case FLUORIDE -> "#5fb3b3";
            case METAL -> "#4b5d67";
            case ALLOY -> "#6d6875";
            case FLAKE -> "#7b5ea7";
            case POWDER -> "#b08bd0";
            case BLANK -> "#2a9d8f";
            case MAGNET -> "#1b7f4d";
            case TARGET -> "#e08e45";
            case SWARF -> "#d4a373";
            case ASSEMBLY -> "#274c77";
            case MIXED -> "#9c8f6e";
        };
    }

    static String of(Flow.Node node) {
        boolean mixed = node.lots().stream().map(lot -> lot.form()).distinct().count() > 1;
        return mixed ? ASIDE : of(node.lot().form());
    }
}
