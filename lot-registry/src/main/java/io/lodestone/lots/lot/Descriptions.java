package io.lodestone.lots.lot;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.massbalance.MassBalance;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Registration;
import io.lodestone.evidence.provenance.RegistrationResult.Registered;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.lots.access.Seen;
import java.util.ArrayList;
import java.util.List;

/** Lots as the API answers them: masses in kilograms. */
public final class Descriptions {

    private Descriptions() {}

    /** What a registration makes, whether or not it was accepted yet. */
    public static JsonObject registered(LotRegistered body) {
        OriginVector vector = ((Registered) Registration.vector(body.mass(), body.material())).vector();
        return Json.object()
                .put("elements", elements(vector))
                .put("form", body.form().wire())
                .putWire("lot", body.lot())
                .put("lotVersion", 1)
                .put("massKg", body.mass().toKg())
                .put("openKg", vector.open().toKg())
                .build();
    }

    /** The mass of each tracked element, sorted by symbol. */
    public static Json elements(OriginVector vector) {
        List<Json> elements = new ArrayList<>();
        MassBalance.totals(vector)
                .forEach((element, mass) -> elements.add(Json.object()
                        .put("element", element.symbol())
                        .put("kg", mass.toKg())
                        .build()));
        return Json.array(elements);
    }

    /** A booked lot. Who only had it once learns what it had: where the lot is now is no longer its business. */
    public static JsonObject booked(BookedLot lot, PartyId viewer) {
        return booked(lot, Seen.own(viewer));
    }

    /** The same as an auditor may see it, who is told whose view that is. */
    public static JsonObject booked(BookedLot lot, Seen seen) {
        JsonObject shown = shown(lot, seen.party(), seen.current() && lot.isOf(seen.party()));
        return seen.granted() ? shown.with("party", Json.string(seen.party().toString())) : shown;
    }

    private static JsonObject shown(BookedLot lot, PartyId viewer, boolean current) {
        Json.ObjectBuilder out = Json.object()
                .put("deficitKg", lot.deficit().toKg())
                .put("elements", elements(current ? lot.remaining() : lot.original()))
                .put("form", lot.form().wire())
                .put("index", lot.index())
                .putWire("lot", lot.lot())
                .put("made", lot.maker().equals(viewer))
                .put("massKg", lot.mass().toKg())
                .put(
                        "openKg",
                        (current ? lot.remaining() : lot.original()).open().toKg())
                .put("refusal", Json.string(null))
                .put("stale", lot.stale())
                .put("state", "RECORDED");
        if (!current) {
            return out.put("holder", Json.string(null))
                    .put("lotVersion", Json.string(null))
                    .put("owner", Json.string(null))
                    .put("remainingKg", Json.string(null))
                    .put("standing", "HANDED_OVER")
                    .build();
        }
        return out.putWire("holder", lot.holder())
                .put("lotVersion", lot.version())
                .putWire("owner", lot.owner())
                .put("remainingKg", lot.remaining().total().toKg())
                .put("standing", lot.standing().name())
                .build();
    }
}
