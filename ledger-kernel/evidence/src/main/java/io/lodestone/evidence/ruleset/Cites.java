package io.lodestone.evidence.ruleset;

import io.lodestone.evidence.canonical.Members;
import java.util.List;
import java.util.Set;

/** The source list that {@code cites} members point into. */
record Cites(Set<String> sources) {

    static final int MAX_KEY_LENGTH = 64;
    private static final int MAX_CITES = 8;

    List<String> read(Members in) {
        return in.strings("cites", MAX_CITES, MAX_KEY_LENGTH, key -> {
            if (!sources.contains(key)) {
                throw new IllegalArgumentException("is not a key of the file's sources");
            }
            return key;
        });
    }
}
