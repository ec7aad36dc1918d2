package io.lodestone.lots.trace;

import java.util.Locale;

/** The three lists that can be asked for. */
public enum TraceList {
    UPSTREAM(Direction.UPSTREAM, 1),
    DOWNSTREAM(Direction.DOWNSTREAM, 1),
    /** Everything that contains any of the lot, the lot itself first. */
    RECALL(Direction.DOWNSTREAM, 0);

    private final Direction direction;
    private final int first;

    TraceList(Direction direction, int first) {
        this.direction = direction;
        this.first = first;
    }

    public Direction direction() {
        return direction;
    }

    /** The position in the walk at which the list begins; the lot asked about stands at 0. */
    public int first() {
        return first;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
