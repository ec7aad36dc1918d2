package io.lodestone.evidence.merkle;

/**
 * The stored tree cannot be right: a row is missing, short or not whole hashes, or the tiles do not give the recorded
 * root. A log stops here; it rather is down than wrong.
 */
public final class CorruptTreeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CorruptTreeException(String message) {
        super(message);
    }
}
