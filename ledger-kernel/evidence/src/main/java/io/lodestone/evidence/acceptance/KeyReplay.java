package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.acceptance.Decision.Accepted;
import io.lodestone.evidence.acceptance.Decision.Refused;
import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.signature.Thumbprint;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who had which keys and had to sign, computed again from the statements of a log, and with it every signature.
 *
 * <p>Take the accepted statements in log order, each with its record and the signature that is kept for it. A key that
 * was swapped where the service keeps it, a signature that was dropped or changed, and a requirement that was cleared
 * all differ from what the statements say, which is what the log's entries commit to.
 */
public final class KeyReplay implements PartyView {

    private final KeyBook book = new KeyBook();
    private final Set<PartyId> parties = new HashSet<>();
    private Optional<PartyId> registrar = Optional.empty();

    /**
     * What is wrong with the next accepted statement, as far as signatures and keys go. One that is wrong changes
     * nothing here, so what rests on it is found wrong too.
     *
     * @param index its place in the log
     * @param time its entry's
     */
    public Optional<Refusal> next(
            long index, Instant time, Statement statement, AcceptanceRecord record, Optional<DetachedJws> signature) {
        Optional<Refusal> differs = recorded(statement, record, signature)
                .or(() -> SignatureRules.check(statement, signature, this, time).map(Refused::refusal));
        if (differs.isPresent()) {
            return differs;
        }
        if (statement.body() instanceof PartyRegistered party) {
            registrar = registrar.or(() -> Optional.of(party.party()));
            parties.add(party.party());
        }
        Optional<Decision> decision = SignatureRules.decide(statement, signature.isPresent(), this, time);
        if (decision.isPresent() && decision.get() instanceof Refused refused) {
            return Optional.of(refused.refusal());
        }
        decision.ifPresent(accepted -> book.apply(index, ((Accepted) accepted).effects()));
        return Optional.empty();
    }

    private static Optional<Refusal> recorded(
            Statement statement, AcceptanceRecord record, Optional<DetachedJws> signature) {
        if (!record.statement().equals(statement.digest())) {
            return Optional.of(new Refusal(Code.STATEMENT_UNKNOWN, "", "is not the statement of its record"));
        }
        boolean same = record.signature().equals(signature.map(DetachedJws::digest))
                && record.key().equals(signature.map(DetachedJws::key).map(Thumbprint::toString));
        return same
                ? Optional.empty()
                : Optional.of(
                        new Refusal(Code.SIGNATURE_INVALID, "signature", "is not the one that its record commits to"));
    }

    /** What those who keep the keys should hold. */
    public KeyBook book() {
        return book;
    }

    /** In which rows a service's keys differ from what the statements say; empty where in none. */
    public Set<String> differences(Collection<PartyKey> kept, Collection<KeyBook.Signing> said) {
        return KeyDifferences.between(book, new KeyBook(kept, said));
    }

    @Override
    public Optional<PartyId> registrar() {
        return registrar;
    }

    @Override
    public boolean isParty(PartyId party) {
        return parties.contains(party);
    }

    @Override
    public KeyView keys() {
        return book;
    }
}
