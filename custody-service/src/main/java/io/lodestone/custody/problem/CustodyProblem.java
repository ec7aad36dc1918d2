package io.lodestone.custody.problem;

import io.lodestone.kit.problem.ProblemType;

/** The problems that this service alone answers; what the ledger refuses is a {@link RefusalProblem}. */
public enum CustodyProblem implements ProblemType {
    KIND_UNKNOWN("kind-unknown", 422, "The statement is of a kind that is not known here"),
    SUBMITTER_NOT_ALLOWED("submitter-not-allowed", 403, "This kind of statement comes by another channel"),
    STATEMENT_ID_REUSED("statement-id-reused", 409, "The statement id is in use for another statement"),
    QUEUE_FULL("queue-full", 503, "The queue is full; nothing was decided"),
    LOG_STOPPED("log-stopped", 503, "The log has stopped; nothing was decided"),
    NOT_PUBLISHED("not-published", 404, "No published checkpoint covers this yet"),
    WEBHOOK_REFUSED("webhook-refused", 422, "Nothing is delivered to this address"),
    WEBHOOK_LIMIT("webhook-limit", 409, "The party has as many webhooks as it may have"),
    WEBHOOK_ID_REUSED("webhook-id-reused", 409, "The key is in use for another webhook");

    private final String slug;
    private final int status;
    private final String title;

    CustodyProblem(String slug, int status, String title) {
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
}
