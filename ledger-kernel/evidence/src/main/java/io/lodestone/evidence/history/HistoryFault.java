package io.lodestone.evidence.history;

import java.util.Locale;

/** Why a history is rejected; one for each numbered step of {@code SPEC.md} section 20. */
public enum HistoryFault {
    MALFORMED("1", "the file is not a history in its one spelling"),
    LOG_NOT_TRUSTED("2", "the checkpoint is of a log the trust file does not name"),
    CHECKPOINT_SIGNATURE("3", "the checkpoint is not signed by the log's key, or by something else too"),
    GENESIS("4", "entry 0 is not the first entry of this log, or states another environment"),
    NOT_OF_LOT("5", "an acceptance record does not touch the lot"),
    RECORD_NOT_ENTERED("6", "an entry is not that of the acceptance record"),
    WRONG_LOG("7", "an entry is of another log than the checkpoint"),
    NOT_INCLUDED("8", "an entry is not in the tree of the checkpoint"),
    VERSION_MISSING("9", "the versions do not follow each other one by one"),
    CHAIN_BROKEN("10", "a record does not name the one that made the version before"),
    NOT_SPENT("11", "an entry does not show the nullifier of the version before"),
    ORDER("12", "the entries do not stand in the order of the versions");

    private final String step;
    private final String sentence;

    HistoryFault(String step, String sentence) {
        this.step = step;
        this.sentence = sentence;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The step of SPEC.md section 20 that failed. */
    public String step() {
        return step;
    }

    public String sentence() {
        return sentence;
    }
}
