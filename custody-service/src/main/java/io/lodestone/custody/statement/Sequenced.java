package io.lodestone.custody.statement;

import io.lodestone.custody.holding.NewVersion;
import io.lodestone.evidence.acceptance.Effects;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.AcceptanceRecord.LotLink;
import io.lodestone.evidence.statement.Entry;
import java.util.List;

/**
 * An accepted statement with all that was made for it, about to be written at its index.
 *
 * @param versions every version it made of a lot, sorted by lot
 */
public record Sequenced(
        long index,
        Submission submission,
        AcceptanceRecord record,
        Digest recordDigest,
        Entry entry,
        Digest leaf,
        Effects effects,
        List<NewVersion> versions) {

    public Sequenced {
        versions = List.copyOf(versions);
    }

    public Outcome.Accepted outcome() {
        return new Outcome.Accepted(
                submission.digest(),
                index,
                entry.time(),
                record.lots().stream().map(LotLink::made).toList());
    }
}
