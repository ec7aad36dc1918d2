package io.lodestone.lots.bulk;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.kit.body.BodyItems.Item;
import io.lodestone.kit.problem.FormatProblem;
import io.lodestone.lots.outbox.SourceKey;
import java.util.Optional;

/**
 * One item of a request. What cannot be read is an item too, and has its own refusal.
 *
 * @param key the caller's; empty where not even that can be read
 */
public record BulkItem(int position, String path, Optional<SourceKey> key, Asked asked) {

    public static BulkItem read(Item item) {
        Optional<SourceKey> key = Optional.empty();
        try {
            Members in = item.members();
            Members named = in.object("key");
            SourceKey read = SourceKey.read(named);
            named.end();
            key = Optional.of(read);
            Asked asked = Asked.read(in);
            in.end();
            return new BulkItem(item.position(), item.path(), key, asked);
        } catch (FormatException e) {
            FormatException whole = e.path().startsWith(item.path()) ? e : item.at(e);
            return new BulkItem(item.position(), item.path(), key, new Asked.Broken(FormatProblem.of(whole)));
        }
    }
}
