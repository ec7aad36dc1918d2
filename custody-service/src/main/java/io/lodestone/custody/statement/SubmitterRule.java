package io.lodestone.custody.statement;

import io.lodestone.evidence.statement.Kind;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.actor.Role;

/**
 * Who may submit which kind of statement. Every kind has one channel; what comes by another is not looked at. What is
 * stated of lots, parties and facilities comes by lot-registry, or from the party itself where it bears its signature.
 */
public final class SubmitterRule {

    public static final String LOT_REGISTRY = "lot-registry";
    public static final String CERTIFICATE_SERVICE = "certificate-service";

    private SubmitterRule() {}

    public static boolean allows(Actor submitter, Submission submission) {
        Statement statement = submission.statement();
        Kind kind = statement.body().kind();
        return switch (kind) {
            case LOT_REGISTERED,
                    ASSAY_RECORDED,
                    LOTS_TRANSFORMED,
                    FACILITY_REGISTERED,
                    PARTY_DESCRIBED,
                    CORRECTION,
                    POOL_OPENED,
                    POOL_RUN,
                    POOL_COUNTED,
                    POOL_PERIOD_CLOSED,
                    POOL_ADJUSTED,
                    CREDIT_CLAIMED ->
                isService(submitter, LOT_REGISTRY)
                        || (submission.signature().isPresent() && isParty(submitter) && isActor(submitter, statement));
            case LOTS_RECOMPUTED -> isService(submitter, LOT_REGISTRY);
            case RULESET_PUBLISHED, CERTIFICATE_ISSUED -> isService(submitter, CERTIFICATE_SERVICE);
            case TRANSFER_OFFERED,
                    TRANSFER_ACCEPTED,
                    TRANSFER_DISPUTED,
                    TRANSFER_CANCELLED,
                    ACCESS_GRANTED,
                    ACCESS_WITHDRAWN -> isTrading(submitter) && isActor(submitter, statement);
            case PARTY_KEY_ADDED, PARTY_KEY_REVOKED, SIGNING_REQUIRED ->
                isParty(submitter) && isActor(submitter, statement);
            // Otherwise this service itself states it: when the time has run out, and when it has swept its log.
            case TRANSFER_EXPIRED, LOG_SWEPT -> submitter.is(Role.REGISTRAR) && isActor(submitter, statement);
            case PARTY_REGISTERED ->
                isService(submitter, LOT_REGISTRY) || (submitter.is(Role.REGISTRAR) && isActor(submitter, statement));
        };
    }

    private static boolean isService(Actor submitter, String name) {
        return submitter.is(Role.SERVICE) && submitter.org().equals(name);
    }

    /** Lots are handed over, and shown to auditors, by those who deal in them; a registrar or an auditor does not. */
    private static boolean isTrading(Actor submitter) {
        return submitter.is(Role.REFINER)
                || submitter.is(Role.MANUFACTURER)
                || submitter.is(Role.TRADER)
                || submitter.is(Role.EXPORTER);
    }

    private static boolean isParty(Actor submitter) {
        return isTrading(submitter) || submitter.is(Role.REGISTRAR);
    }

    private static boolean isActor(Actor submitter, Statement statement) {
        return submitter.org().equals(statement.actor().toString());
    }
}
