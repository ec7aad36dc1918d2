package io.lodestone.custody.log;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether the head row says what the end of the chain says. An edited head row, or one of another moment than the
 * entries, would fork the chain with the next statement.
 */
public final class HeadCheck {

    /** An entry as it is stored. */
    public record StoredEntry(long index, Instant time, Digest leaf, Entry entry) {}

    private HeadCheck() {}

    /**
     * @param tail the last entries, the newest first; two at least where the log has two
     * @return what is wrong
     */
    public static Optional<String> refusal(long size, Digest lastLeaf, Instant lastTime, List<StoredEntry> tail) {
        if (tail.isEmpty() || tail.get(0).index() != size - 1) {
            return Optional.of(
                    "the head row says " + size + " entries, but the last one stored is not number " + (size - 1));
        }
        StoredEntry last = tail.get(0);
        if (!last.leaf().equals(lastLeaf)) {
            return Optional.of("the head row names another leaf hash than the last entry has");
        }
        if (!last.time().equals(lastTime)) {
            return Optional.of("the head row names another time than the last entry has");
        }
        return tail.stream()
                .filter(stored -> !stored.entry().leafHash().equals(stored.leaf())
                        || !stored.entry().time().equals(stored.time()))
                .findFirst()
                .map(stored -> "entry " + stored.index() + " is not what its row says of it")
                .or(() -> chain(tail));
    }

    private static Optional<String> chain(List<StoredEntry> tail) {
        for (int i = 0; i < tail.size() - 1; i++) {
            StoredEntry before = tail.get(i + 1);
            if (before.index() != tail.get(i).index() - 1
                    || !tail.get(i).entry().previous().equals(Optional.of(before.leaf()))) {
                return Optional.of("entry " + tail.get(i).index() + " does not continue the entry before it");
            }
        }
        return Optional.empty();
    }
}
