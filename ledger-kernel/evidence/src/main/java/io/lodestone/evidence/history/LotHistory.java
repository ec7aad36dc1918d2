package io.lodestone.evidence.history;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.certificate.Genesis;
import io.lodestone.evidence.statement.LotId;
import java.util.List;

/**
 * Versions of one lot that follow each other, with all that is needed to check that without a network
 * ({@code SPEC.md} section 20).
 *
 * @param checkpoint signed note that all proofs lead to
 * @param versions at least one, in order
 */
public record LotHistory(String checkpoint, Genesis genesis, LotId lot, List<MadeVersion> versions) {

    public static final int MAX_BYTES = 8 << 20;
    public static final int MAX_VERSIONS = 1_000;

    private static final int MAX_NOTE = 1 << 18;

    public LotHistory {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, "versions", "needs at least one item");
        }
    }

    /** Parses canonical bytes; {@link FormatException} for anything else. */
    public static LotHistory parse(byte[] canonical) {
        Members in = Members.of(CanonicalJson.parse(canonical, MAX_BYTES));
        in.format("lodestone-history", 1);
        LotId lot = in.parsed("lot", 36, LotId::parse);
        LotHistory history = new LotHistory(
                in.string("checkpoint", MAX_NOTE),
                Genesis.read(in.object("genesis")),
                lot,
                in.objects("versions", MAX_VERSIONS, version -> MadeVersion.read(version, lot)));
        in.end();
        return history;
    }

    public JsonObject json() {
        return Json.object()
                .put("checkpoint", checkpoint)
                .put("genesis", genesis.json())
                .putWire("lot", lot)
                .put("type", "lodestone-history")
                .put("version", 1)
                .put("versions", versions, MadeVersion::json)
                .build();
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(json());
    }
}
