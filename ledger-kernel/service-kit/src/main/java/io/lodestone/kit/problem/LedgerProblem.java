package io.lodestone.kit.problem;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that is answered with a problem: not found, not allowed, malformed, passing. Refusals that the model
 * decides are results and become a problem only at the edge.
 *
 * <p>The detail is a sentence of ours; it holds nothing that the caller sent.
 */
public final class LedgerProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final String detail;
    private final @Nullable String field;
    private final @Nullable String bound;
    private final @Nullable Duration retryAfter;

    public LedgerProblem(ProblemType type, String detail) {
        this(type, detail, null, null, null);
    }

    private LedgerProblem(
            ProblemType type,
            String detail,
            @Nullable String field,
            @Nullable String bound,
            @Nullable Duration retryAfter) {
        super(type.slug() + ": " + detail, null, true, false);
        this.type = type;
        this.detail = detail;
        this.field = field;
        this.bound = bound;
        this.retryAfter = retryAfter;
    }

    /** The same problem, saying which member of the request it is about. */
    public LedgerProblem at(String path) {
        return new LedgerProblem(type, detail, path, bound, retryAfter);
    }

    /** The same problem, saying which bound was broken. */
    public LedgerProblem bound(String limit) {
        return new LedgerProblem(type, detail, field, limit, retryAfter);
    }

    /** The same problem, saying when to try again. */
    public LedgerProblem retryAfter(Duration wait) {
        return new LedgerProblem(type, detail, field, bound, wait);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    public Optional<String> bound() {
        return Optional.ofNullable(bound);
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
