package io.lodestone.evidence.archive;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.Entry;

/** Looks at the entries of a log while it is audited. */
@FunctionalInterface
public interface EntryObserver {

    void seen(long index, Entry entry, Digest leaf);
}
