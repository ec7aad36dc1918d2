package io.lodestone.custody.log;

/** Two places that must agree about the log do not. Nothing may be signed until a person has found out why. */
public final class LogDisagreement extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LogDisagreement(String message) {
        super(message);
    }
}
