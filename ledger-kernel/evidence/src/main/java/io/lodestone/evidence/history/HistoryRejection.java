package io.lodestone.evidence.history;

/** Leaves the step-by-step checks at the first that fails. It never leaves this package. */
final class HistoryRejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HistoryFault fault;
    private final String detail;

    HistoryRejection(HistoryFault fault, String detail) {
        super(detail, null, false, false);
        this.fault = fault;
        this.detail = detail;
    }

    HistoryVerification.Rejected result() {
        return new HistoryVerification.Rejected(fault, detail);
    }

    static void unless(boolean holds, HistoryFault fault, String detail) {
        if (!holds) {
            throw new HistoryRejection(fault, detail);
        }
    }
}
