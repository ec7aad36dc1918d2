package io.lodestone.evidence.acceptance;

import java.util.ArrayList;
import java.util.List;

/**
 * What an accepted statement changes.
 *
 * @param lots every lot it touches, as it stands afterwards
 * @param others what it makes or changes beside lots
 */
public record Effects(List<Holding> lots, List<Effect> others) {

    public Effects {
        lots = List.copyOf(lots);
        others = List.copyOf(others);
    }

    static Effects lots(List<Holding> lots) {
        return new Effects(lots, List.of());
    }

    static Effects of(Effect effect) {
        return new Effects(List.of(), List.of(effect));
    }

    Effects with(Effect effect) {
        List<Effect> more = new ArrayList<>(others);
        more.add(effect);
        return new Effects(lots, more);
    }

    /** The effects of one kind, in the order in which they came about. */
    public <T extends Effect> List<T> all(Class<T> kind) {
        return others.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
