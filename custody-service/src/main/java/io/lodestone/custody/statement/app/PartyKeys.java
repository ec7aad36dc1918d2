package io.lodestone.custody.statement.app;

import io.lodestone.custody.statement.KeyNeeds;
import io.lodestone.evidence.acceptance.PartyKey;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Keys of parties as they are stored now. */
@FunctionalInterface
public interface PartyKeys {

    Uni<List<PartyKey>> load(KeyNeeds needs);
}
