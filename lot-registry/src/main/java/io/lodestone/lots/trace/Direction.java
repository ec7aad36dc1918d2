package io.lodestone.lots.trace;

/** Which way a walk through the genealogy goes. */
public enum Direction {
    UPSTREAM,
    DOWNSTREAM
}
