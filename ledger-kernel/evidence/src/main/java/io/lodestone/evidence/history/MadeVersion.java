package io.lodestone.evidence.history;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonInteger;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.InclusionProof;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.ProofCheck;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.AcceptanceRecord.LotLink;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.SpendSecret;
import java.util.Optional;

/**
 * That a version of a lot was made, and by which entry. What the statement says is not told.
 *
 * @param spent the secret of the version before; empty for a version 1, and where it was not kept
 */
public record MadeVersion(Entry entry, InclusionProof proof, AcceptanceRecord record, Optional<SpendSecret> spent) {

    static MadeVersion read(Members in, LotId lot) {
        return new MadeVersion(
                Entry.read(in.value("entry"), in.path("entry")),
                new InclusionProof(
                        new LeafIndex(in.integer("index", 0, JsonInteger.MAX)),
                        in.strings("path", ProofCheck.MAX_HASHES, 44, Digest::parse)),
                AcceptanceRecord.read(in.value("record"), in.path("record")),
                in.nullableParsed("spent", 44, text -> new SpendSecret(lot, text)));
    }

    public JsonObject json() {
        return Json.object()
                .put("entry", entry.json())
                .put("index", proof.index().value())
                .put("path", proof.path(), hash -> Json.string(hash.toString()))
                .put("record", record.json())
                .putWire("spent", spent.map(SpendSecret::text))
                .build();
    }

    /** What the record says of this lot; empty where it is about others alone. */
    Optional<LotLink> link(LotId lot) {
        return record.lots().stream()
                .filter(link -> link.made().lot().equals(lot))
                .findFirst();
    }
}
