package io.lodestone.evidence.certificate;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonInteger;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.InclusionProof;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.ProofCheck;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.Statement;

/** That a statement was accepted: statement, acceptance record, entry, and the entry's place in the tree. */
public record Receipt(Statement statement, AcceptanceRecord record, Entry entry, InclusionProof proof) {

    static Receipt read(Members in) {
        Receipt receipt = new Receipt(
                Statement.read(in.value("statement"), in.path("statement")),
                AcceptanceRecord.read(in.value("record"), in.path("record")),
                Entry.read(in.value("entry"), in.path("entry")),
                new InclusionProof(
                        new LeafIndex(in.integer("index", 0, JsonInteger.MAX)),
                        in.strings("path", ProofCheck.MAX_HASHES, 44, Digest::parse)));
        in.end();
        return receipt;
    }

    /** Reads a receipt that stands alone, as a service answers it. */
    public static Receipt read(Json json) {
        return read(Members.of(json));
    }

    public JsonObject json() {
        return Json.object()
                .put("entry", entry.json())
                .put("index", proof.index().value())
                .put("path", proof.path(), hash -> Json.string(hash.toString()))
                .put("record", record.json())
                .put("statement", statement.json())
                .build();
    }
}
