package io.lodestone.evidence.certificate;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.InclusionProof;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.ProofCheck;
import io.lodestone.evidence.statement.Entry;
import java.util.List;

/** Entry 0 of the log with its proof: it says in which environment the log was made. */
public record Genesis(Entry entry, List<Digest> path) {

    public static Genesis read(Members in) {
        Genesis genesis = new Genesis(
                Entry.read(in.value("entry"), in.path("entry")),
                in.strings("path", ProofCheck.MAX_HASHES, 44, Digest::parse));
        in.end();
        return genesis;
    }

    public InclusionProof proof() {
        return new InclusionProof(new LeafIndex(0), path);
    }

    public JsonObject json() {
        return Json.object()
                .put("entry", entry.json())
                .put("path", path, hash -> Json.string(hash.toString()))
                .build();
    }
}
