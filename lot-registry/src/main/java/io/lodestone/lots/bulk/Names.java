package io.lodestone.lots.bulk;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.lots.custody.Disposition.Refused;
import io.lodestone.lots.outbox.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What keys stand for, of earlier requests and of the items ahead in this one, and what the refused ones leave unmade. */
public final class Names {

    private final Map<Digest, List<LotId>> made = new HashMap<>();
    private final Map<Digest, Integer> refusedKeys = new HashMap<>();
    private final Map<LotId, Integer> refusedLots = new HashMap<>();

    /** Names what an item or an earlier request made. */
    public void made(Digest key, Statement statement) {
        made.put(key, statement.body().creates());
        refusedKeys.remove(key);
        statement.body().creates().forEach(refusedLots::remove);
    }

    public void taken(Map<Digest, Source> sources) {
        sources.forEach((key, source) -> {
            if (source.stands()) {
                made(key, source.kept().statement());
            }
        });
    }

    /** That the item at that place is refused, and with it the lots it would have made. */
    public void refused(BulkItem item, List<LotId> lots) {
        item.key()
                .filter(key -> !made.containsKey(key.digest()))
                .ifPresent(key -> refusedKeys.put(key.digest(), item.position()));
        lots.forEach(lot -> refusedLots.put(lot, item.position()));
    }

    /** That what an item ahead was taken to make is refused after all. */
    public void unmade(BulkItem item, List<LotId> lots) {
        item.key().ifPresent(key -> made.remove(key.digest()));
        refused(item, lots);
    }

    /** The lot that is meant; {@link Unnamed} where there is none. */
    public LotId lot(LotRef ref) {
        if (ref.lot().isPresent()) {
            LotId lot = ref.lot().get();
            Integer refused = refusedLots.get(lot);
            if (refused != null) {
                throw inputRefused(ref, refused);
            }
            return lot;
        }
        Digest key = ref.key().orElseThrow().digest();
        Integer refused = refusedKeys.get(key);
        if (refused != null) {
            throw inputRefused(ref, refused);
        }
        List<LotId> lots = made.get(key);
        if (lots == null) {
            throw new Unnamed(new Refused(
                    "key-unknown", ref.path(), "no item ahead and no statement of yours has this key", 422));
        }
        if (ref.output().isEmpty() && lots.size() != 1 || ref.output().orElse(0) >= lots.size()) {
            throw new Unnamed(new Refused(
                    "key-ambiguous",
                    ref.path(),
                    "the entry with this key made " + lots.size() + " lots; output says which, from 0 on",
                    422));
        }
        return lots.get(ref.output().orElse(0));
    }

    private static Unnamed inputRefused(LotRef ref, int position) {
        return new Unnamed(new Refused(
                "input-refused", ref.path(), "item " + position + ", which would make this lot, was refused", 409));
    }

    /** A lot that is named and is none. */
    public static final class Unnamed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Refused refusal;

        Unnamed(Refused refusal) {
            super(refusal.reason(), null, false, false);
            this.refusal = refusal;
        }

        public Refused refusal() {
            return refusal;
        }
    }
}
