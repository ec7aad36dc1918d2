package io.lodestone.lots.bulk.app;

import io.lodestone.kit.actor.Actor;
import io.lodestone.lots.custody.Disposition.Refused;
import io.lodestone.lots.outbox.Outcome;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.Source;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Stands where nothing can correct a statement: refuses every reversal and keeps nothing of it. */
@DefaultBean
@Singleton
public class NoReversals implements Reversals {

    @Override
    public Uni<Outcome> reverse(Actor actor, Request<Source> request) {
        return Uni.createFrom()
                .item(new Outcome.Refused(new Refused(
                        "reversal-not-available",
                        "reverses",
                        "a statement cannot be taken back here; the original stands",
                        422)));
    }
}
