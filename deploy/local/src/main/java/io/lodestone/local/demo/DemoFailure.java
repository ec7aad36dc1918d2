package io.lodestone.local.demo;

/** A step of the job that did not hold; the message says which and what the service answered. */
public final class DemoFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DemoFailure(String message) {
        super(message);
    }
}
