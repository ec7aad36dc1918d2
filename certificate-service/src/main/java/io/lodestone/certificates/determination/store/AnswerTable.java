package io.lodestone.certificates.determination.store;

import io.lodestone.certificates.determination.AnsweredQuestion;
import io.lodestone.certificates.determination.app.Answers;
import io.lodestone.certificates.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The table {@code determination}. */
@Singleton
public class AnswerTable implements Answers {

    private final Sessions sessions;

    @Inject
    AnswerTable(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<AnsweredQuestion> keep(AnsweredQuestion it) {
        return sessions.write(session -> session.persist(new DeterminationEntity(it)))
                .replaceWith(it);
    }
}
