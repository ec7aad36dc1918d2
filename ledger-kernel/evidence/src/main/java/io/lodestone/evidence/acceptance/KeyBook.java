package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.signature.Thumbprint;
import io.lodestone.evidence.statement.PartyId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keys of parties, and who requires signatures: some of them loaded, and then what accepted statements change. */
public final class KeyBook implements KeyView {

    private final Map<PartyId, Map<Thumbprint, PartyKey>> keys = new TreeMap<>();
    private final Map<PartyId, Signing> signing = new TreeMap<>();

    /**
     * Whether a party requires signatures.
     *
     * @param index where in the log it said so last
     */
    public record Signing(PartyId party, boolean required, long index) {}

    /** A book without any entry. */
    public KeyBook() {}

    public KeyBook(Collection<PartyKey> keys, Collection<Signing> signing) {
        keys.forEach(this::put);
        signing.forEach(said -> this.signing.put(said.party(), said));
    }

    private void put(PartyKey key) {
        keys.computeIfAbsent(key.added().party(), party -> new LinkedHashMap<>())
                .put(key.added().key().thumbprint(), key);
    }

    /** Takes what the statement at that index changed. */
    public void apply(long index, Effects effects) {
        effects.others().forEach(effect -> apply(index, effect));
    }

    /** Takes one effect of the statement at that index; anything but keys is not looked at. */
    public void apply(long index, Effect effect) {
        if (effect instanceof Effect.KeyAdded made) {
            put(new PartyKey(made.added(), index, Optional.empty()));
        } else if (effect instanceof Effect.KeyRevoked ended) {
            put(key(ended.party(), ended.key()).orElseThrow().revokedAt(index));
        } else if (effect instanceof Effect.SigningSet set) {
            signing.put(set.party(), new Signing(set.party(), set.required(), index));
        }
    }

    @Override
    public boolean signingRequired(PartyId party) {
        Signing said = signing.get(party);
        return said != null && said.required();
    }

    @Override
    public Optional<PartyKey> key(PartyId party, Thumbprint key) {
        return Optional.ofNullable(keys.getOrDefault(party, Map.of()).get(key));
    }

    @Override
    public List<PartyKey> keys(PartyId party) {
        return List.copyOf(keys.getOrDefault(party, Map.of()).values());
    }

    /** Every key of the book, by party and then in the order in which they came. */
    public List<PartyKey> allKeys() {
        List<PartyKey> all = new ArrayList<>();
        keys.values().forEach(of -> all.addAll(of.values()));
        return all;
    }

    /** Every party that ever said whether it requires signatures. */
    public List<Signing> allSigning() {
        return List.copyOf(signing.values());
    }
}
