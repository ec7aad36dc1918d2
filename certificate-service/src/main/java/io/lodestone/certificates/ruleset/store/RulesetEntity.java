package io.lodestone.certificates.ruleset.store;

import io.lodestone.certificates.problem.PassedOn;
import io.lodestone.certificates.ruleset.Publication;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import io.vertx.core.buffer.Buffer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code ruleset}. */
@Entity(name = "Ruleset")
@Table(name = "ruleset")
class RulesetEntity {

    enum State {
        PREPARED,
        PUBLISHED,
        REFUSED
    }

    @Id
    byte[] digest;

    @Column(name = "ruleset_id", updatable = false)
    String rulesetId;

    @Column(updatable = false)
    String edition;

    @Column(updatable = false)
    byte[] document;

    String jws;

    UUID publisher;

    @Column(name = "statement_id")
    UUID statementId;

    byte[] statement;

    byte[] annexes;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(name = "log_index")
    @Nullable
    Long logIndex;

    byte @Nullable [] refusal;

    @SuppressWarnings("NullAway.Init")
    protected RulesetEntity() {}

    /** Whether it is still this publication that waits for the log's decision. */
    boolean awaits(Publication it) {
        return state == State.PREPARED
                && statementId.equals(it.statementId().value().value());
    }

    /** A refused publication gives way to a new one. */
    void replace(Publication it) {
        jws = it.jws();
        publisher = it.publisher().value().value();
        statementId = it.statementId().value().value();
        statement = it.statement().getBytes();
        annexes = it.annexes().getBytes();
        state = State.PREPARED;
        refusal = null;
    }

    void published(long index) {
        state = State.PUBLISHED;
        logIndex = index;
    }

    void refused(PassedOn decision) {
        state = State.REFUSED;
        refusal = CanonicalJson.bytes(decision.json());
    }

    Publication publication() {
        return new Publication(
                Digest.of(digest),
                rulesetId,
                edition,
                Buffer.buffer(document),
                jws,
                new PartyId(new Uuid7(publisher)),
                new StatementId(new Uuid7(statementId)),
                Buffer.buffer(statement),
                Buffer.buffer(annexes),
                Optional.ofNullable(logIndex),
                Optional.ofNullable(refusal).map(json -> PassedOn.read(CanonicalJson.parse(json))));
    }
}
