package io.lodestone.certificates.ledger;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.certificate.Genesis;
import io.lodestone.evidence.certificate.Receipt;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.ProofCheck;
import io.lodestone.evidence.merkle.TreeSize;
import io.lodestone.evidence.statement.Entry;
import java.util.TreeMap;

/** A receipt as the log answers it, with the checkpoint its proof leads to. */
public record PlacedReceipt(JsonObject document, String checkpoint) {

    static PlacedReceipt read(Json answer) {
        Members in = Members.of(answer);
        TreeMap<String, Json> rest = new TreeMap<>(in.json().members());
        rest.remove("checkpoint");
        return new PlacedReceipt(Json.object(rest), in.string("checkpoint", SignedNote.MAX_LENGTH));
    }

    public TreeSize size() {
        return Checkpoint.parse(SignedNote.parse(checkpoint).text()).size();
    }

    /** The receipt of a statement. */
    public Receipt receipt() {
        return Receipt.read(document);
    }

    /** Entry 0, which has neither statement nor record. */
    public Genesis genesis() {
        Members in = Members.of(document);
        return new Genesis(
                Entry.read(in.value("entry"), "entry"),
                in.strings("path", ProofCheck.MAX_HASHES, Digest.LENGTH * 2, Digest::parse));
    }
}
