package io.lodestone.evidence.acceptance;

/**
 * Why a statement is not accepted.
 *
 * @param path the member of the statement it is about; empty for the whole
 * @param reason a sentence for people, with the bound that was broken
 */
public record Refusal(Code code, String path, String reason) {

    /** Stable codes; the slug is the last part of the problem type on the wire. */
    public enum Code {
        NOT_HOLDER("not-holder", false),
        NOT_OWNER("not-owner", false),
        LOT_EXISTS("lot-exists", true),
        LOT_MOVED("lot-moved", true),
        LOT_OFFERED("lot-offered", true),
        LOT_CONSUMED("lot-consumed", true),
        LOT_BLOCKED("lot-blocked", true),
        LOT_VOIDED("lot-voided", true),
        LOT_IN_USE("lot-in-use", true),
        CORRECTION_PENDING("correction-pending", true),
        CORRECTION_NOT_DUE("correction-not-due", true),
        CORRECTION_DIFFERS("correction-differs", false),
        RECOMPUTATION_DIFFERS("recomputation-differs", false),
        STATEMENT_UNKNOWN("statement-unknown", false),
        CONSUMES_MORE_THAN_LEFT("consumes-more-than-left", false),
        MASS_NOT_CONSERVED("mass-not-conserved", false),
        ELEMENT_EXCEEDS_INPUTS("element-exceeds-inputs", false),
        ELEMENT_NOT_IN_INPUTS("element-not-in-inputs", false),
        OPEN_MASS_NOT_CONSERVED("open-mass-not-conserved", false),
        COMPOSITION_EXCEEDS_MASS("composition-exceeds-mass", false),
        VECTOR_MISMATCH("vector-mismatch", false),
        STEP_DIFFERS("step-differs", false),
        ONLY_HANDLED("only-handled", false),
        FORM_CHANGED("form-changed", false),
        EVIDENCE_NOT_DECLARED("evidence-not-declared", false),
        TOO_LARGE("too-large", false),
        ASSAY_EXCEEDS_WHOLE("assay-exceeds-whole", false),
        UNCERTAINTY_TOO_LARGE("uncertainty-too-large", false),
        MEASURED_BELOW_BOOK("measured-below-book", false),
        DESCRIPTION_CONTRADICTS("description-contradicts", false),
        TIME_REVERSED("time-reversed", false),
        OWNERS_DIFFER("owners-differ", false),
        PARTY_UNKNOWN("party-unknown", false),
        PARTY_EXISTS("party-exists", true),
        NOT_REGISTRAR("not-registrar", false),
        GRANT_UNKNOWN("grant-unknown", false),
        GRANT_EXISTS("grant-exists", true),
        GRANT_WITHDRAWN("grant-withdrawn", true),
        SIGNATURE_REQUIRED("signature-required", false),
        SIGNATURE_INVALID("signature-invalid", false),
        KEY_UNKNOWN("key-unknown", false),
        KEY_EXISTS("key-exists", true),
        KEY_REVOKED("key-revoked", true),
        KEY_NOT_VALID("key-not-valid", false),
        KEY_LIMIT("key-limit", true),
        SIGNING_UNCHANGED("signing-unchanged", true),
        FACILITY_UNKNOWN("facility-unknown", false),
        FACILITY_EXISTS("facility-exists", true),
        ASSAY_UNKNOWN("assay-unknown", false),
        ASSAY_EXISTS("assay-exists", true),
        PARTIAL_OFFER("partial-offer", false),
        WEIGHING_DIFFERS("weighing-differs", false),
        TRANSFER_UNKNOWN("transfer-unknown", false),
        TRANSFER_EXISTS("transfer-exists", true),
        TRANSFER_CLOSED("transfer-closed", true),
        TRANSFER_EXPIRED("transfer-expired", true),
        TRANSFER_NOT_DUE("transfer-not-due", true),
        CERTIFIED_MASS("certified-mass", true),
        CERTIFICATE_EXISTS("certificate-exists", true),
        RULESET_UNKNOWN("ruleset-unknown", false),
        RULESET_EXISTS("ruleset-exists", true),
        IS_A_POOL("is-a-pool", true),
        POOL_UNKNOWN("pool-unknown", false),
        PERIOD_CLOSED("period-closed", true),
        PERIOD_UNKNOWN("period-unknown", false),
        PERIOD_EXISTS("period-exists", true),
        CREDIT_EXCEEDS_POOL("credit-exceeds-pool", false),
        CREDIT_NOT_ALLOWED("credit-not-allowed", false),
        TIME_IN_FUTURE("time-in-future", false),
        WRONG_LOG("wrong-log", false);

        private final String slug;
        private final boolean conflict;

        Code(String slug, boolean conflict) {
            this.slug = slug;
            this.conflict = conflict;
        }

        public static Code parse(String slug) {
            for (Code code : values()) {
                if (code.slug.equals(slug)) {
                    return code;
                }
            }
            throw new IllegalArgumentException("not a refusal code: " + slug);
        }

        public String slug() {
            return slug;
        }

        /** Whether it is the ledger's state that stands against it (409), rather than the statement itself (422). */
        public boolean conflict() {
            return conflict;
        }
    }
}
