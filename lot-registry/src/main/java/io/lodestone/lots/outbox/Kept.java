package io.lodestone.lots.outbox;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.lots.custody.Disposition;
import java.util.List;

/**
 * A statement in the outbox.
 *
 * @param request digest of the request that made it: the same id with another request is refused
 * @param annexes those still to be sent; none once it is decided
 */
public record Kept(Digest request, Statement statement, List<Annex> annexes, Disposition disposition) {

    public Kept {
        annexes = List.copyOf(annexes);
    }

    /** Bytes of the statement and its annexes, as they are sent. */
    public long size() {
        return statement.bytes().length
                + annexes.stream()
                        .mapToLong(annex -> CanonicalJson.bytes(annex.json()).length)
                        .sum();
    }

    public Kept decided(Disposition decision) {
        return new Kept(request, statement, List.of(), decision);
    }
}
