package io.lodestone.custody.statement.app;

import io.lodestone.custody.statement.KeyNeeds;
import io.lodestone.custody.statement.Submission;
import io.lodestone.evidence.acceptance.PartyKey;
import io.lodestone.evidence.signature.PartyPublicKey;
import io.lodestone.evidence.signature.Thumbprint;
import io.lodestone.evidence.statement.PartyKeyAdded;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does the arithmetic of signatures before their batch, which holds the lock of the log and a transaction that must not
 * sit still. What counts is asked there again, of the keys as they stand then; the answer is known by that time.
 */
@Singleton
public class Signatures {

    private final PartyKeys stored;

    @Inject
    Signatures(PartyKeys stored) {
        this.stored = stored;
    }

    /** Completes when every signature was checked by the key it names, stored or added by one of the submissions. */
    Uni<Void> ahead(List<Submission> submissions) {
        List<Submission> signed =
                submissions.stream().filter(one -> one.signature().isPresent()).toList();
        if (signed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return stored.load(KeyNeeds.of(signed))
                .onFailure()
                .recoverWithItem(List.of())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(keys -> check(signed, known(keys, submissions)))
                .replaceWithVoid();
    }

    /** A thumbprint names one key, whoever registered it. */
    private static Map<Thumbprint, PartyPublicKey> known(List<PartyKey> keys, List<Submission> submissions) {
        Map<Thumbprint, PartyPublicKey> known = new HashMap<>();
        keys.forEach(
                key -> known.put(key.added().key().thumbprint(), key.added().key()));
        submissions.forEach(one -> {
            if (one.statement().body() instanceof PartyKeyAdded added) {
                known.put(added.key().thumbprint(), added.key());
            }
        });
        return known;
    }

    private static void check(List<Submission> signed, Map<Thumbprint, PartyPublicKey> known) {
        for (Submission one : signed) {
            one.signature()
                    .ifPresent(signature -> Optional.ofNullable(known.get(signature.key()))
                            .ifPresent(key -> signature.ahead(key, one.bytes())));
        }
    }
}
