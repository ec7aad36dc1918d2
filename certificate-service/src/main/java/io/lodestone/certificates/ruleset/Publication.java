package io.lodestone.certificates.ruleset;

import io.lodestone.certificates.problem.PassedOn;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * A ruleset that was signed, and how far its publication has come.
 *
 * @param document the canonical ruleset, which is what the JWS signs
 * @param statement canonical RulesetPublished, as it is submitted
 * @param annexes canonical array of the annexes that belong to it
 * @param index of the statement's entry, once the log has accepted it
 */
public record Publication(
        Digest digest,
        String rulesetId,
        String edition,
        Buffer document,
        String jws,
        PartyId publisher,
        StatementId statementId,
        Buffer statement,
        Buffer annexes,
        Optional<Long> index,
        Optional<PassedOn> refusal) {

    public boolean isPublished() {
        return index.isPresent();
    }

    public Statement parsedStatement() {
        return Statement.parse(statement.getBytes());
    }
}
