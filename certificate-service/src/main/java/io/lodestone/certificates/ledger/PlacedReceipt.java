package io.lodestone.certificates.ledger;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonInteger;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.certificate.Genesis;
import io.lodestone.evidence.certificate.Receipt;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.InclusionProof;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.merkle.ProofCheck;
import io.lodestone.evidence.statement.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A receipt as the log answers it.
 *
 * @param checkpoint the note its proof leads to; empty where the proof was asked for at an earlier size
 */
public record PlacedReceipt(JsonObject document, Optional<String> checkpoint) {

    private static final Set<String> MEMBERS = Set.of("entry", "index", "path", "record", "statement");

    static PlacedReceipt read(Json answer) {
        Members in = Members.of(answer);
        TreeMap<String, Json> rest = new TreeMap<>(in.json().members());
        Optional<String> checkpoint = in.nullableString("checkpoint", SignedNote.MAX_LENGTH);
        rest.keySet().retainAll(MEMBERS);
        return new PlacedReceipt(Json.object(rest), checkpoint);
    }

    /** Whether the proof leads to the root of this checkpoint. */
    public boolean isIn(Checkpoint head) {
        InclusionProof proof = new InclusionProof(
                new LeafIndex(Members.of(document).integer("index", 0, JsonInteger.MAX)),
                genesis().path());
        return proof.verify(genesis().entry().leafHash(), head.size(), head.root())
                .valid();
    }

    /** The receipt of a statement. */
    public Receipt receipt() {
        return Receipt.read(document);
    }

    /** Entry and path alone, which is all that entry 0 has. */
    public Genesis genesis() {
        Members in = Members.of(document);
        return new Genesis(
                Entry.read(in.value("entry"), "entry"),
                in.strings("path", ProofCheck.MAX_HASHES, 2 * Digest.LENGTH, Digest::parse));
    }
}
