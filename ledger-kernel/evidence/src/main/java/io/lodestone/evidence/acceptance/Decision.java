package io.lodestone.evidence.acceptance;

/** What the ledger answers to a statement: its effects, or the refusal. */
public sealed interface Decision {

    record Accepted(Effects effects) implements Decision {}

    record Refused(Refusal refusal) implements Decision {}

    static Decision refused(Refusal.Code code, String path, String reason) {
        return new Refused(new Refusal(code, path, reason));
    }
}
