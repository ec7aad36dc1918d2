package io.lodestone.certificates.determination.app;

import io.lodestone.certificates.determination.AnsweredQuestion;
import io.smallrye.mutiny.Uni;

/** Where determinations are recorded. */
public interface Answers {

    /** Answers what it was given, once that is durable. */
    Uni<AnsweredQuestion> keep(AnsweredQuestion answered);
}
