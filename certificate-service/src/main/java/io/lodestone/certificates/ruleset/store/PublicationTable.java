package io.lodestone.certificates.ruleset.store;

import io.lodestone.certificates.problem.PassedOn;
import io.lodestone.certificates.ruleset.Publication;
import io.lodestone.certificates.ruleset.app.Publications;
import io.lodestone.certificates.ruleset.store.RulesetEntity.State;
import io.lodestone.certificates.session.Sessions;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Uuid7;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table {@code ruleset}. Whoever changes a row holds it first, so a decision is recorded once. */
@Singleton
public class PublicationTable implements Publications {

    private static final String ALL = "from Ruleset order by edition";
    private static final String PUBLISHERS =
            "select distinct publisher from Ruleset where state = :state order by publisher";

    /** Two who publish at the same time meet here; the second finds the row of the first. */
    private static final String PREPARE = "insert into Ruleset (digest, rulesetId, edition, document, jws, publisher,"
            + " statementId, statement, annexes, state) values (:digest, :rulesetId, :edition, :document, :jws,"
            + " :publisher, :statementId, :statement, :annexes, :state) on conflict (digest) do nothing";

    private final Sessions sessions;

    @Inject
    PublicationTable(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Publication>> find(Digest ruleset) {
        return sessions.read(session -> session.find(RulesetEntity.class, ruleset.bytes()))
                .map(row -> Optional.ofNullable(row).map(RulesetEntity::publication));
    }

    @Override
    public Uni<List<Publication>> all() {
        return sessions.read(
                        session -> session.createQuery(ALL, RulesetEntity.class).getResultList())
                .map(rows -> rows.stream().map(RulesetEntity::publication).toList());
    }

    @Override
    public Uni<List<PartyId>> publishers() {
        return sessions.read(session -> session.createQuery(PUBLISHERS, UUID.class)
                        .setParameter("state", State.PUBLISHED)
                        .getResultList())
                .map(ids -> ids.stream().map(id -> new PartyId(new Uuid7(id))).toList());
    }

    @Override
    public Uni<Publication> prepare(Publication it) {
        return sessions.write(session -> insert(session, it)
                .flatMap(done -> change(session, it, row -> {
                    if (row.state == State.REFUSED) {
                        row.replace(it);
                    }
                })));
    }

    private static Uni<Integer> insert(Mutiny.Session session, Publication it) {
        return session.createMutationQuery(PREPARE)
                .setParameter("digest", it.digest().bytes())
                .setParameter("rulesetId", it.rulesetId())
                .setParameter("edition", it.edition())
                .setParameter("document", it.document().getBytes())
                .setParameter("jws", it.jws())
                .setParameter("publisher", it.publisher().value().value())
                .setParameter("statementId", it.statementId().value().value())
                .setParameter("statement", it.statement().getBytes())
                .setParameter("annexes", it.annexes().getBytes())
                .setParameter("state", State.PREPARED)
                .executeUpdate();
    }

    @Override
    public Uni<Publication> published(Publication it, long index) {
        return decide(it, row -> row.published(index));
    }

    @Override
    public Uni<Publication> refused(Publication it, PassedOn refusal) {
        return decide(it, row -> row.refused(refusal));
    }

    private Uni<Publication> decide(Publication it, Consumer<RulesetEntity> decision) {
        return sessions.write(session -> change(session, it, row -> {
            if (row.awaits(it)) {
                decision.accept(row);
            }
        }));
    }

    private static Uni<Publication> change(Mutiny.Session session, Publication it, Consumer<RulesetEntity> change) {
        return session.find(RulesetEntity.class, it.digest().bytes(), LockMode.PESSIMISTIC_WRITE)
                .invoke(change)
                .map(RulesetEntity::publication);
    }
}
