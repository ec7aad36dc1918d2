package io.lodestone.custody.statement;

import io.lodestone.evidence.acceptance.KeyBook;
import io.lodestone.evidence.acceptance.KeyBook.Signing;
import io.lodestone.evidence.acceptance.PartyKey;
import java.util.List;

/** What the ledger holds of the keys that a batch {@link Needs}, and who of its parties said whether it signs. */
public record KnownKeys(List<PartyKey> keys, List<Signing> signing) {

    public static final KnownKeys NONE = new KnownKeys(List.of(), List.of());

    public KnownKeys {
        keys = List.copyOf(keys);
        signing = List.copyOf(signing);
    }

    /** A book of them in which a batch writes on. */
    KeyBook book() {
        return new KeyBook(keys, signing);
    }
}
