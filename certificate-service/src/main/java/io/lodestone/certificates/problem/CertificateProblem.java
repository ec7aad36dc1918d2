package io.lodestone.certificates.problem;

import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.problem.ProblemType;

/** What this service refuses by itself; the ledger's own refusals are passed on as {@link PassedOn}. */
public enum CertificateProblem implements ProblemType {
    RULESET_UNPUBLISHED("ruleset-unpublished", 409, "The ruleset has not been published in the log"),
    RULESET_UNKNOWN("ruleset-unknown", 404, "No ruleset of this edition is on offer"),
    LOT_UNKNOWN("lot-unknown", 404, "No lot of this id is visible to this party"),
    CERTIFICATE_UNKNOWN("certificate-unknown", 404, "No certificate of this id was issued by this party"),
    CERTIFICATE_EXISTS("certificate-exists", 409, "The id is in use for another certificate"),
    CERTIFICATE_NOT_SIGNED("certificate-not-signed", 409, "The certificate is not signed"),
    CORRECTION_PENDING("correction-pending", 409, "The lot is being computed again after a correction"),
    LOT_BLOCKED("lot-blocked", 409, "More of the lot was consumed than there was"),
    LOT_VOIDED("lot-voided", 409, "The statement that made the lot is void"),
    STATEMENT_ID_REUSED("statement-id-reused", 409, "The idempotency key belongs to another request");

    private final String slug;
    private final int status;
    private final String title;

    CertificateProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    public LedgerProblem because(String detail) {
        return new LedgerProblem(this, detail);
    }
}
