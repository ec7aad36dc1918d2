package io.lodestone.custody.statement.app;

import io.lodestone.custody.log.Receipt;
import io.lodestone.custody.log.Receipt.Proven;
import io.lodestone.custody.log.app.Proofs;
import io.lodestone.custody.statement.app.StatementQueries.Concern;
import io.lodestone.custody.statement.app.StatementQueries.Stored;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.actor.Actor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Receipts for those a statement concerns, for auditors they let in, and for sibling services. To everyone else, and for an index that is not
 * there, the answer is the same. Entry 0 concerns all.
 */
@Singleton
public class Receipts {

    private final StatementQueries statements;
    private final Proofs proofs;

    @Inject
    Receipts(StatementQueries statements, Proofs proofs) {
        this.statements = statements;
        this.proofs = proofs;
    }

    public Uni<Receipt> receipt(Actor actor, LeafIndex index, Optional<TreeSize> at) {
        return visible(actor, index)
                .chain(visible -> proofs.prove(index, at)
                        .map(proven ->
                                new Receipt(proven, visible.statement(), visible.record(), visible.signature())));
    }

    public Uni<Proven> proof(Actor actor, LeafIndex index, Optional<TreeSize> at) {
        return visible(actor, index).chain(visible -> proofs.prove(index, at));
    }

    public Uni<Entry> entry(Actor actor, LeafIndex index) {
        return visible(actor, index).chain(visible -> proofs.entry(index));
    }

    /** What of a statement the asking party may read beside the public entry. */
    private record Visible(Optional<Json> statement, Optional<Json> record, Optional<String> signature) {

        static final Visible PUBLIC = new Visible(Optional.empty(), Optional.empty(), Optional.empty());

        static Visible of(Stored stored, Concern concern) {
            return switch (concern) {
                case NONE -> throw notFound();
                case THROUGH_LOT -> new Visible(Optional.empty(), Optional.of(stored.record()), Optional.empty());
                case INVOLVED ->
                    new Visible(Optional.of(stored.statement()), Optional.of(stored.record()), stored.signature());
            };
        }
    }

    private Uni<Visible> visible(Actor actor, LeafIndex index) {
        if (index.value() == 0) {
            return Uni.createFrom().item(Visible.PUBLIC);
        }
        // Who asks is settled before anything is looked up, or a refusal would tell that there is something.
        Optional<PartyId> party = actor.is(Role.SERVICE) ? Optional.empty() : Optional.of(actor.party());
        return statements.at(index.value()).chain(found -> {
            Stored stored = found.orElseThrow(Receipts::notFound);
            Uni<Concern> concern = party.map(
                            asking -> statements.concern(stored.index(), asking, lots(stored), actor.is(Role.AUDITOR)))
                    .orElseGet(() -> Uni.createFrom().item(Concern.INVOLVED));
            return concern.map(how -> Visible.of(stored, how));
        });
    }

    private static List<LotId> lots(Stored stored) {
        return AcceptanceRecord.read(stored.record(), "record").lots().stream()
                .map(link -> link.made().lot())
                .toList();
    }

    private static LedgerProblem notFound() {
        return new LedgerProblem(KitProblem.NOT_FOUND, "No statement of yours stands at this index.");
    }
}
