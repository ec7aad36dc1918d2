package io.lodestone.custody.access.app;

import io.lodestone.custody.access.GrantRequest;
import io.lodestone.custody.transfer.app.OnBehalf;
import io.lodestone.custody.transfer.app.OnBehalf.Made;
import io.lodestone.custody.transfer.app.OnBehalf.Request;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.statement.AccessWithdrawn;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.GrantId;
import io.lodestone.kit.ids.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Gives and withdraws grants by their fields, once for each request. */
@Singleton
public class Grants {

    private final OnBehalf onBehalf;
    private final Ids ids;

    @Inject
    Grants(OnBehalf onBehalf, Ids ids) {
        this.onBehalf = onBehalf;
        this.ids = ids;
    }

    public Uni<Made> give(Request request, GrantRequest grant) {
        return onBehalf.once(request, () -> Uni.createFrom().item(given(grant)));
    }

    private Body given(GrantRequest grant) {
        try {
            return grant.body(new GrantId(ids.next()));
        } catch (IllegalArgumentException e) {
            throw new FormatException(Fault.MALFORMED, "until", String.valueOf(e.getMessage()));
        }
    }

    public Uni<Made> withdraw(Request request, GrantId grant) {
        return onBehalf.once(request, () -> Uni.createFrom().item(new AccessWithdrawn(grant)));
    }
}
