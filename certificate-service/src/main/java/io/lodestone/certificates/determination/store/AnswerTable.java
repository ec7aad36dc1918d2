package io.lodestone.certificates.determination.store;

import io.lodestone.certificates.determination.AnsweredQuestion;
import io.lodestone.certificates.determination.app.Answers;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;

/** The table {@code determination}. */
@Singleton
public class AnswerTable implements Answers {

    private static final String INSERT =
            "INSERT INTO determination (id, asked_at, party, person, lot, lot_version, ruleset, request, answer)"
                    + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    private final Pool pool;

    @Inject
    AnswerTable(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<AnsweredQuestion> keep(AnsweredQuestion it) {
        Tuple values = Tuple.tuple()
                .addValue(it.id().value())
                .addValue(it.askedAt().atOffset(ZoneOffset.UTC))
                .addValue(it.party().value().value())
                .addValue(it.person())
                .addValue(it.lot().lot().value().value())
                .addValue(it.lot().version())
                .addValue(Buffer.buffer(it.ruleset().bytes()))
                .addValue(Buffer.buffer(CanonicalJson.bytes(it.request())))
                .addValue(Buffer.buffer(CanonicalJson.bytes(it.answer())));
        return pool.preparedQuery(INSERT).execute(values).replaceWith(it);
    }
}
