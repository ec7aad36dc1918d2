package io.lodestone.custody.transfer.app;

import io.lodestone.custody.transfer.AcceptanceRequest;
import io.lodestone.custody.transfer.DisputeRequest;
import io.lodestone.custody.transfer.OfferRequest;
import io.lodestone.custody.transfer.app.OnBehalf.Made;
import io.lodestone.custody.transfer.app.OnBehalf.Request;
import io.lodestone.evidence.statement.TransferId;
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

    public Uni<Made> offer(Request request, OfferRequest offer) {
        return onBehalf.once(request, () -> statements.offer(request.actor(), offer));
    }

    public Uni<Made> accept(Request request, TransferId transfer, AcceptanceRequest acceptance) {
        return onBehalf.once(request, () -> statements.accept(request.actor(), transfer, acceptance));
    }

    public Uni<Made> dispute(Request request, TransferId transfer, DisputeRequest dispute) {
        return onBehalf.once(request, dispute.annexes(), () -> open.dispute(request.actor(), transfer, dispute));
    }

    public Uni<Made> cancel(Request request, TransferId transfer, Optional<OffsetDateTime> happened) {
        return onBehalf.once(request, () -> open.cancel(request.actor(), transfer, happened));
    }
}
