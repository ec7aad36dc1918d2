package io.lodestone.local.host;

/** Something the person at the terminal has to know; its message is printed as it is, without a stack trace. */
public final class LaunchException extends RuntimeException {

    public LaunchException(String message) {
        super(message);
    }

    public LaunchException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
