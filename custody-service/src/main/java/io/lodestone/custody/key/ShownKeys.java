package io.lodestone.custody.key;

import io.lodestone.evidence.acceptance.PartyKey;
import java.util.List;

/** Some of a party's keys in the order in which they were added, and whether it requires of itself to sign. */
public record ShownKeys(List<PartyKey> keys, boolean signingRequired) {

    public ShownKeys {
        keys = List.copyOf(keys);
    }
}
