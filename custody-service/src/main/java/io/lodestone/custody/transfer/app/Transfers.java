package io.lodestone.custody.transfer.app;

import io.lodestone.custody.transfer.AcceptanceRequest;
import io.lodestone.custody.transfer.DisputeRequest;
import io.lodestone.custody.transfer.OfferRequest;
import io.lodestone.custody.transfer.app.OnBehalf.Made;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.kit.actor.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Transfers by their fields, once for each request. */
@Singleton
public class Transfers {

    private final TransferStatements statements;
    private final OpenOffers open;
    private final OnBehalf onBehalf;

    @Inject
    Transfers(TransferStatements statements, OpenOffers open, OnBehalf onBehalf) {
        this.statements = statements;
        this.open = open;
        this.onBehalf = onBehalf;
    }

    /** @param request digest of the request as it came */
    public Uni<Made> offer(Actor actor, StatementId id, Digest request, OfferRequest offer) {
        return onBehalf.once(actor, id, request, () -> statements.offer(actor, offer));
    }

    public Uni<Made> accept(
            Actor actor, StatementId id, Digest request, TransferId transfer, AcceptanceRequest acceptance) {
        return onBehalf.once(actor, id, request, () -> statements.accept(actor, transfer, acceptance));
    }

    public Uni<Made> dispute(Actor actor, StatementId id, Digest request, TransferId transfer, DisputeRequest dispute) {
        return onBehalf.once(actor, id, request, dispute.annexes(), () -> open.dispute(actor, transfer, dispute));
    }

    public Uni<Made> cancel(
            Actor actor, StatementId id, Digest request, TransferId transfer, Optional<OffsetDateTime> happened) {
        return onBehalf.once(actor, id, request, () -> open.cancel(actor, transfer, happened));
    }
}
