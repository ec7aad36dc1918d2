package io.lodestone.custody.statement;

import io.lodestone.evidence.signature.Thumbprint;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyKeyAdded;
import io.lodestone.evidence.statement.PartyKeyRevoked;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rows about keys that deciding a batch may look at.
 *
 * @param signers parties of which single keys matter: those of {@code keys} that are theirs
 * @param whole parties of which every key matters
 */
public record KeyNeeds(Set<PartyId> signers, Set<Thumbprint> keys, Set<PartyId> whole) {

    KeyNeeds() {
        this(new TreeSet<>(), new HashSet<>(), new TreeSet<>());
    }

    public static KeyNeeds of(Collection<Submission> submissions) {
        KeyNeeds needs = new KeyNeeds();
        submissions.forEach(needs::add);
        return needs;
    }

    void add(Submission submission) {
        PartyId actor = submission.statement().actor();
        submission.signature().ifPresent(signature -> add(actor, signature.key()));
        Body body = submission.statement().body();
        if (body instanceof PartyKeyAdded added) {
            whole.add(added.party());
        } else if (body instanceof PartyKeyRevoked revoked) {
            add(actor, revoked.key());
        }
    }

    private void add(PartyId party, Thumbprint key) {
        signers.add(party);
        keys.add(key);
    }

    public boolean isEmpty() {
        return signers.isEmpty() && whole.isEmpty();
    }
}
