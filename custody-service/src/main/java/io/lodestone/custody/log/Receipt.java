package io.lodestone.custody.log;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.TlogProof;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.InclusionProof;
import io.lodestone.evidence.statement.Entry;
import java.util.Optional;

/**
 * An entry, what it stands for and its way to the root of a published checkpoint. Entry 0 stands for no statement.
 *
 * @param signature the party's own under the statement, a member only where there is one
 */
public record Receipt(Proven proven, Optional<Json> statement, Optional<Json> record, Optional<String> signature) {

    /**
     * The public part.
     *
     * @param checkpoint the one of the proof's size; empty where none of that size was published
     */
    public record Proven(Entry entry, InclusionProof proof, Optional<String> checkpoint) {

        /** The C2SP proof file; empty where no checkpoint of the proof's size was published. */
        public Optional<TlogProof> tlogProof() {
            return checkpoint.map(note -> new TlogProof(Optional.empty(), proof, SignedNote.parse(note)));
        }
    }

    public JsonObject json() {
        return Json.object()
                .put("checkpoint", proven.checkpoint().orElse(null))
                .put("entry", proven.entry().json())
                .put("index", proven.proof().index().value())
                .put("path", proven.proof().path(), (Digest hash) -> Json.string(hash.toString()))
                .put("record", record.orElse(JsonNull.NULL))
                .put("statement", statement.orElse(JsonNull.NULL))
                .with(signature, (out, jws) -> out.put("signature", jws))
                .build();
    }
}
