package io.lodestone.evidence.certificate;

import java.util.Locale;

/** Why a bundle is rejected; one for each numbered step of {@code SPEC.md} section 9. */
public enum RejectionReason {
    MALFORMED("1", "the file is not a bundle in its one spelling"),
    LOG_NOT_TRUSTED("2", "the checkpoint is of a log the trust file does not name"),
    CHECKPOINT_SIGNATURE("3", "the checkpoint is not signed by the log's key, or by something else too"),
    NOT_WITNESSED("3a", "the checkpoint lacks the cosignatures that the policy wants"),
    GENESIS("4", "entry 0 is not the first entry of this log, or states another environment"),
    STATEMENT_NOT_ACCEPTED("5", "the acceptance record is not that of the statement"),
    RECORD_NOT_ENTERED("6", "the entry is not that of the acceptance record"),
    NOT_INCLUDED("7", "the entry is not in the tree of the checkpoint"),
    WRONG_LOG("8", "a part is meant for another log"),
    TIME("9", "a statement was made after it was entered"),
    ORDER("10", "the ruleset was not published before the certificate was issued"),
    RULESET_SIGNATURE("11", "the ruleset is not signed by a trusted publisher"),
    RULESET_DIFFERS("12", "the ruleset is not the one that was published or used"),
    CERTIFICATE_SIGNATURE("13", "the certificate is not signed under a trusted root"),
    ISSUER_DIFFERS("14", "the signer is not the party that issued the certificate"),
    CLAIMS_DIFFER("15", "the claims are not those the issuer committed to"),
    VECTOR_DIFFERS("16", "the origin in the claims is not that of the lot"),
    DETERMINATION_DIFFERS("17", "computing the determination again gives another answer");

    private final String step;
    private final String sentence;

    RejectionReason(String step, String sentence) {
        this.step = step;
        this.sentence = sentence;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The step of SPEC.md section 9 that failed. */
    public String step() {
        return step;
    }

    public String sentence() {
        return sentence;
    }
}
