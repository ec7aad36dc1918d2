package io.lodestone.kit.problem;

import io.lodestone.evidence.canonical.CanonicalJson;

/** The problems that stand behind the status codes the framework answers by itself. */
public final class FrameworkProblem {

    private FrameworkProblem() {}

    static LedgerProblem of(int status) {
        return switch (status) {
            case 400 -> new LedgerProblem(KitProblem.BAD_REQUEST, "The request could not be read.");
            case 404 -> new LedgerProblem(KitProblem.NOT_FOUND, "No resource has this path.");
            case 405 -> new LedgerProblem(KitProblem.METHOD_NOT_ALLOWED, "The Allow header names the methods.");
            case 406 -> new LedgerProblem(KitProblem.NOT_ACCEPTABLE, "Change the Accept header.");
            case 413 -> tooLarge();
            case 415 -> new LedgerProblem(KitProblem.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
            default -> new LedgerProblem(KitProblem.REQUEST_REFUSED, "The request is refused with this status.");
        };
    }

    public static LedgerProblem tooLarge() {
        return tooLarge(CanonicalJson.MAX_DOCUMENT_BYTES);
    }

    public static LedgerProblem tooLarge(int limit) {
        return new LedgerProblem(KitProblem.TOO_LARGE, "A request body has at most " + limit + " bytes.")
                .bound(Integer.toString(limit));
    }
}
