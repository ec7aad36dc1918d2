package io.lodestone.lots.outbox.store;

/** Somebody was faster with one of the keys: nothing is kept, and what has the key is to be looked at. */
public final class KeyTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyTaken() {
        super("a key was taken meanwhile", null, false, false);
    }
}
