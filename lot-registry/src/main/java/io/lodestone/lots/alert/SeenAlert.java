package io.lodestone.lots.alert;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.plausibility.AlertKind;
import io.lodestone.evidence.plausibility.Finding;
import io.lodestone.evidence.plausibility.OverdraftRule;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.WireTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An alert as one party sees it. Who made no statement of it learns that it is there, and nothing of its figures: they
 * are another party's.
 *
 * @param own whether the viewer made the statement it was found in
 * @param lots those that the viewer may see
 * @param statements the viewer's own
 * @param upstream whether it rests on statements of others too
 */
public record SeenAlert(
        Digest id,
        AlertKind kind,
        String severity,
        boolean own,
        Optional<FacilityId> facility,
        Instant firstSeen,
        Instant lastSeen,
        int times,
        String what,
        String next,
        Optional<Instant> closedAt,
        Optional<Acknowledgement> acknowledged,
        List<LotId> lots,
        List<Named> statements,
        boolean upstream) {

    /** A statement that it rests on. */
    public record Named(StatementId id, String type, Optional<Long> index) {
        JsonObject json() {
            return Json.object()
                    .putWire("id", id)
                    .put("index", index.<Json>map(Json::integer).orElse(JsonNull.NULL))
                    .put("shown", "here")
                    .put("type", type)
                    .build();
        }
    }

    public SeenAlert {
        lots = List.copyOf(lots);
        statements = List.copyOf(statements);
    }

    /** The same, resting on these. */
    public SeenAlert on(List<LotId> its, List<Named> named, boolean others) {
        return new SeenAlert(
                id,
                kind,
                severity,
                own,
                facility,
                firstSeen,
                lastSeen,
                times,
                what,
                next,
                closedAt,
                acknowledged,
                its,
                named,
                others);
    }

    /** An alert's id as it stands in paths. */
    public static String text(Digest id) {
        return Base64Text.encodeUrl(id.bytes());
    }

    public AlertQuery.Place place() {
        return new AlertQuery.Place(firstSeen, id);
    }

    private String state() {
        return closedAt.isPresent() ? "closed" : acknowledged.isPresent() ? "acknowledged" : "open";
    }

    private Finding words() {
        return kind == AlertKind.OVERDRAFT
                ? OverdraftRule.finding(times)
                : new Finding(kind, "", io.lodestone.evidence.plausibility.Severity.parse(severity), what, next);
    }

    public JsonObject json() {
        List<Json> rests = new ArrayList<>();
        statements.forEach(statement -> rests.add(statement.json()));
        if (upstream) {
            rests.add(Json.object()
                    .put("shown", "upstream")
                    .put("what", "an upstream party's statement")
                    .build());
        }
        return Json.object()
                .put(
                        "acknowledged",
                        acknowledged.<Json>map(Acknowledgement::json).orElse(JsonNull.NULL))
                .putWire("closedAt", closedAt.map(WireTime::text))
                .putWire("facility", own ? facility : Optional.empty())
                .put("firstSeen", WireTime.text(firstSeen))
                .put("id", text(id))
                .put("kind", kind.wire())
                .put("lastSeen", WireTime.text(own ? lastSeen : firstSeen))
                .put("lots", lots, lot -> Json.string(lot.toString()))
                .put("next", own ? words().next() : kind.elsewhereNext())
                .put("own", own)
                .put("severity", severity)
                .put("state", state())
                .put("statements", Json.array(rests))
                .put("times", own ? times : 1)
                .put("what", own ? words().what() : kind.elsewhere())
                .build();
    }
}
