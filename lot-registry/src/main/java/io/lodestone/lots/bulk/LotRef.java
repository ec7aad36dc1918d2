package io.lodestone.lots.bulk;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.outbox.SourceKey;
import java.util.Optional;

/**
 * A lot by its id, or by the key of the entry that made it.
 *
 * @param output which of the outputs that are lots, where a key's entry made several
 */
public record LotRef(String path, Optional<LotId> lot, Optional<SourceKey> key, Optional<Integer> output) {

    private static final int MAX_OUTPUT = 999;

    /** Takes the members that name the lot; the object may have others. */
    static LotRef read(Members in) {
        Optional<LotId> lot = in.optionalParsed("lot", 36, LotId::parse);
        Optional<SourceKey> key = in.optional("key").map(some -> {
            Members inner = in.object("key");
            SourceKey read = SourceKey.read(inner);
            inner.end();
            return read;
        });
        Optional<Integer> output = in.optional("output").map(some -> (int) in.integer("output", 0, MAX_OUTPUT));
        if (lot.isPresent() == key.isPresent() || lot.isPresent() && output.isPresent()) {
            throw new FormatException(
                    Fault.MALFORMED, in.path("lot"), "a lot is named by its id, or by a key and at most an output");
        }
        String path = in.path("");
        return new LotRef(path.substring(0, path.length() - 1), lot, key, output);
    }
}
