package io.lodestone.evidence.signature;

/** The result of a check in this package: what was verified, or why not. */
public sealed interface SignatureVerification<T> {

    record Verified<T>(T value) implements SignatureVerification<T> {}

    /** The detail is for people and never repeats what was refused. */
    record Rejected<T>(SignatureFault fault, String detail) implements SignatureVerification<T> {

        /** The same refusal as the result of a larger check. */
        <U> Rejected<U> as() {
            return new Rejected<>(fault, detail);
        }
    }

    static <T> Rejected<T> rejected(SignatureFault fault, String detail) {
        return new Rejected<>(fault, detail);
    }
}
