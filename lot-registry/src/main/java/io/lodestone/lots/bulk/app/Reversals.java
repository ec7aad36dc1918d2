package io.lodestone.lots.bulk.app;

import io.lodestone.kit.actor.Actor;
import io.lodestone.lots.outbox.Outcome;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.Source;
import io.smallrye.mutiny.Uni;

/** What a document that the caller's system took back does to the statement that was made of it. */
public interface Reversals {

    /**
     * States the reversal, once for its own key ({@link Request#source}), or refuses it.
     *
     * @param request its value is the original with the statement that has its key; never one that was refused
     */
    Uni<Outcome> reverse(Actor actor, Request<Source> request);
}
