package io.lodestone.custody.sweep;

/** What is recorded cannot be replayed at all, however often it is tried. */
public final class ReplayFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ReplayFault(Throwable cause) {
        super("what is recorded cannot be replayed: " + cause.getMessage(), cause);
    }
}
