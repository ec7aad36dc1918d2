package io.lodestone.custody.transfer.app;

import io.lodestone.custody.statement.Outcome;
import io.lodestone.custody.statement.StatementKey;
import io.lodestone.custody.statement.Submission;
import io.lodestone.custody.statement.app.Statements;
import io.lodestone.custody.transfer.AcceptanceRequest;
import io.lodestone.custody.transfer.OfferRequest;
import io.lodestone.custody.transfer.app.Prepared.Kept;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.kit.actor.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * Transfers by their fields. The statement is kept under the request's id before it is submitted, so that a retry,
 * after a crash too, sends the same bytes, and another request under that id is refused.
 */
@Singleton
public class Transfers {

    private final TransferStatements statements;
    private final Prepared prepared;
    private final Statements submit;

    @Inject
    Transfers(TransferStatements statements, Prepared prepared, Statements submit) {
        this.statements = statements;
        this.prepared = prepared;
        this.submit = submit;
    }

    /** What came of it, and the statement that was made. */
    public record Made(Submission submission, Outcome outcome) {}

    /** @param request digest of the request as it came */
    public Uni<Made> offer(Actor actor, StatementId id, Digest request, OfferRequest offer) {
        return once(actor, id, request, () -> statements.offer(actor, id, offer));
    }

    public Uni<Made> accept(
            Actor actor, StatementId id, Digest request, TransferId transfer, AcceptanceRequest acceptance) {
        return once(actor, id, request, () -> statements.accept(actor, id, transfer, acceptance));
    }

    private Uni<Made> once(Actor actor, StatementId id, Digest request, Supplier<Uni<Submission>> make) {
        return prepared.find(new StatementKey(actor.party(), id))
                .chain(found -> found.map(kept -> Uni.createFrom().item(kept))
                        .orElseGet(() -> make.get().chain(made -> prepared.keep(new Kept(request, made)))))
                .chain(kept -> kept.request().equals(request)
                        ? submit.submit(actor, kept.submission()).map(outcome -> new Made(kept.submission(), outcome))
                        : Uni.createFrom().item(new Made(kept.submission(), new Outcome.IdReused())));
    }
}
