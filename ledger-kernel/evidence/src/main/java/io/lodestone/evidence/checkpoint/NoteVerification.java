package io.lodestone.evidence.checkpoint;

/** The result of a check in this package: what was verified, or why not. */
public sealed interface NoteVerification<T> {

    record Verified<T>(T value) implements NoteVerification<T> {}

    /** The detail is for people and never repeats what was refused. */
    record Rejected<T>(NoteFault fault, String detail) implements NoteVerification<T> {

        /** The same refusal as the result of a larger check. */
        <U> Rejected<U> as() {
            return new Rejected<>(fault, detail);
        }
    }
}
