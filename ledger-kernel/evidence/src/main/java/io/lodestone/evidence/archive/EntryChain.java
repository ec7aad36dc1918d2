package io.lodestone.evidence.archive;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.statement.Entry;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the entries say of one another ({@code SPEC.md} sections 3 and 4): the chain, the times, the nullifiers. */
final class EntryChain {

    private final String origin;
    private final EntryObserver observer;
    /** Each with the index of the entry that shows it. */
    private final Map<Digest, Long> nullifiers = new HashMap<>();

    private Optional<Entry> last = Optional.empty();
    private Optional<Digest> lastLeaf = Optional.empty();
    private Optional<Environment> environment = Optional.empty();
    private long size;

    EntryChain(String origin, EntryObserver observer) {
        this.origin = origin;
        this.observer = observer;
    }

    /** Takes the next entry; returns what is wrong with it. */
    Optional<String> refusal(byte[] bytes, Digest leaf) {
        Entry entry;
        try {
            entry = Entry.parse(bytes);
        } catch (FormatException e) {
            return wrong("is not an entry: " + e.getMessage());
        }
        if (!entry.log().equals(origin)) {
            return wrong("is of another log than the checkpoint");
        }
        if (entry.environment().isPresent() != last.isEmpty()) {
            return wrong("states an environment, or is the first one and states none");
        }
        if (!entry.previous().equals(lastLeaf)) {
            return wrong("does not name the leaf hash of the entry before");
        }
        if (last.filter(before -> before.time().isAfter(entry.time())).isPresent()) {
            return wrong("is dated before the entry before it");
        }
        observer.seen(size, entry, leaf);
        for (Digest nullifier : entry.nullifiers()) {
            Long before = nullifiers.putIfAbsent(nullifier, size);
            if (before != null) {
                return wrong("shows the nullifier " + nullifier + ", which entry " + before
                        + " has shown: two histories of one lot");
            }
        }
        if (size == 0) {
            environment = entry.environment().map(Environment::parse);
        }
        last = Optional.of(entry);
        lastLeaf = Optional.of(leaf);
        size++;
        return Optional.empty();
    }

    private Optional<String> wrong(String what) {
        return Optional.of("entry " + size + " " + what);
    }

    Environment environment() {
        return environment.orElseThrow();
    }

    Instant lastTime() {
        return last.orElseThrow().time();
    }

    Digest lastLeaf() {
        return lastLeaf.orElseThrow();
    }

    long spent() {
        return nullifiers.size();
    }
}
