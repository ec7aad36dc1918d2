package io.lodestone.evidence.certificate;

/** Leaves the step-by-step checks at the first that fails. It never leaves this package. */
final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RejectionReason reason;
    private final String detail;

    Rejection(RejectionReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    Verification.Rejected result() {
        return new Verification.Rejected(reason, detail);
    }

    static void unless(boolean holds, RejectionReason reason, String detail) {
        if (!holds) {
            throw new Rejection(reason, detail);
        }
    }
}
