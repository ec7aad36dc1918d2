package io.lodestone.custody.statement;

import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;

/** What a decision is stored under: ids are unique for their actor, not across parties. */
public record StatementKey(PartyId actor, StatementId id) {

    public static StatementKey of(Statement statement) {
        return new StatementKey(statement.actor(), statement.id());
    }
}
