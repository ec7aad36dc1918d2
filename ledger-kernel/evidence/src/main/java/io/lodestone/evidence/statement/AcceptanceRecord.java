package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import java.util.List;
import java.util.Optional;

/**
 * What the sequencer writes when it accepts a statement ({@code SPEC.md} section 2). Private and salted; the public
 * entry holds only its digest. For each lot it continues that lot's own chain.
 *
 * @param key thumbprint of the party's key that signed the statement, if it was signed
 * @param signature digest of that signature
 * @param lots sorted by lot id
 */
public record AcceptanceRecord(
        Optional<String> key, List<LotLink> lots, Salt salt, Optional<Digest> signature, Digest statement) {

    /**
     * A lot's new version.
     *
     * @param previous digest of the acceptance record that made the version before; empty for a new lot
     * @param spendKey commits to the secret that the next spend of this lot must show
     */
    public record LotLink(LotVersion made, Optional<Digest> previous, Digest spendKey) {

        static LotLink read(Members in) {
            return new LotLink(
                    new LotVersion(
                            in.parsed("lot", 36, LotId::parse), in.integer("lotVersion", 1, Json.JsonInteger.MAX)),
                    in.nullableParsed("previous", 44, Digest::parse),
                    in.parsed("spendKey", 44, Digest::parse));
        }

        JsonObject json() {
            return Json.object()
                    .putWire("lot", made.lot())
                    .put("lotVersion", made.version())
                    .putWire("previous", previous)
                    .putWire("spendKey", spendKey)
                    .build();
        }
    }

    public AcceptanceRecord {
        lots = List.copyOf(lots);
        Formats.sorted("lots", lots, link -> link.made().lot());
    }

    public static AcceptanceRecord read(Json json, String path) {
        Members in = Members.of(json, path);
        in.format("lodestone-acceptance", 1);
        AcceptanceRecord record = new AcceptanceRecord(
                in.nullableString("key", 64),
                in.objects("lots", 2 * Formats.MAX_LOTS, LotLink::read),
                in.parsed("salt", 24, Salt::new),
                in.nullableParsed("signature", 44, Digest::parse),
                in.parsed("statement", 44, Digest::parse));
        in.end();
        return Formats.same(record, record.json(), json, path);
    }

    public JsonObject json() {
        return Json.object()
                .putWire("key", key)
                .put("lots", lots, LotLink::json)
                .putWire("salt", salt)
                .putWire("signature", signature)
                .putWire("statement", statement)
                .put("type", "lodestone-acceptance")
                .put("version", 1)
                .build();
    }

    public Digest digest() {
        return Digest.sha256(CanonicalJson.bytes(json()));
    }
}
