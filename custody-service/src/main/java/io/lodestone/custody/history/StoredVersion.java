package io.lodestone.custody.history;

import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.SpendSecret;
import java.util.Optional;

/**
 * A version with what proves it.
 *
 * @param spent the secret of the version before; empty for the first, and where it was not kept
 */
public record StoredVersion(
        long version, long index, Entry entry, AcceptanceRecord record, Optional<SpendSecret> spent) {}
