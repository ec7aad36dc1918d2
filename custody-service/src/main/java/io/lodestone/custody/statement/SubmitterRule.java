package io.lodestone.custody.statement;

import io.lodestone.evidence.statement.Kind;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.actor.Role;

/** Who may submit which kind of statement. Every kind has one channel; what comes by another is not looked at. */
public final class SubmitterRule {

    public static final String LOT_REGISTRY = "lot-registry";
    public static final String CERTIFICATE_SERVICE = "certificate-service";

    private SubmitterRule() {}

    public static boolean allows(Actor submitter, Statement statement) {
        Kind kind = statement.body().kind();
        return switch (kind) {
            case LOT_REGISTERED, ASSAY_RECORDED, LOTS_TRANSFORMED, FACILITY_REGISTERED ->
                isService(submitter, LOT_REGISTRY);
            case RULESET_PUBLISHED, CERTIFICATE_ISSUED -> isService(submitter, CERTIFICATE_SERVICE);
            case TRANSFER_OFFERED, TRANSFER_ACCEPTED -> isActor(submitter, statement);
            case PARTY_REGISTERED ->
                isService(submitter, LOT_REGISTRY) || (submitter.is(Role.REGISTRAR) && isActor(submitter, statement));
        };
    }

    private static boolean isService(Actor submitter, String name) {
        return submitter.is(Role.SERVICE) && submitter.org().equals(name);
    }

    private static boolean isActor(Actor submitter, Statement statement) {
        return submitter.org().equals(statement.actor().toString());
    }
}
