package io.lodestone.evidence.canonical;

/**
 * A document that is not what its format says: where, what is wrong, and the bound that was broken.
 *
 * <p>The message never repeats the offending value, which may be long or hostile.
 */
public final class FormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String path;
    private final String reason;

    public FormatException(Fault fault, String path, String reason) {
        super(path.isEmpty() ? reason : path + ": " + reason);
        this.fault = fault;
        this.path = path;
        this.reason = reason;
    }

    public Fault fault() {
        return fault;
    }

    /** Member path such as {@code body.inputs[0].consumedUg}; empty for the document itself. */
    public String path() {
        return path;
    }

    public String reason() {
        return reason;
    }
}
