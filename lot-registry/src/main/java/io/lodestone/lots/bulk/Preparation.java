package io.lodestone.lots.bulk;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.lots.custody.Disposition.Refused;
import io.lodestone.lots.facility.NamedFacility;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.Usable;
import io.lodestone.lots.outbox.Operators;
import io.lodestone.lots.outbox.Prepared;
import io.lodestone.lots.transformation.Assembly;
import io.lodestone.lots.transformation.TransformationRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes of an item what its own endpoint would make of it, with the workbench in place of what is booked. */
public record Preparation(PartyId party, Workbench bench, Names names, Supplier<Uuid7> ids, Supplier<Salt> salts) {

    /** What the item comes to; what cannot be read is thrown as the endpoint would throw it. */
    public Prepared prepare(Asked asked) {
        try {
            if (asked instanceof Asked.Lot lot) {
                return lot(lot);
            } else if (asked instanceof Asked.Transformation transformation) {
                return transformation(transformation.request(names::lot));
            } else if (asked instanceof Asked.Assay assay) {
                LotId of = names.lot(assay.of());
                return assay.request()
                        .prepare(party, bench.lot(of), bench.isPending(of), new AssayId(ids.get()), salts);
            }
            throw new IllegalArgumentException("this kind states nothing by itself");
        } catch (Names.Unnamed e) {
            return new Prepared.Impossible(e.refusal());
        }
    }

    private Prepared lot(Asked.Lot lot) {
        return facility(lot.request().facility())
                .map(where -> lot.request().prepare(where, new LotId(ids.get()), new Operators(salts)))
                .orElseGet(Preparation::unknownFacility);
    }

    private Optional<NamedFacility> facility(FacilityId id) {
        return bench.facility(id).filter(found -> found.facility().operator().equals(party));
    }

    private static Prepared unknownFacility() {
        return Prepared.impossible(Refusal.Code.FACILITY_UNKNOWN, "body.facility", "is not a facility of yours");
    }

    private Prepared transformation(TransformationRequest request) {
        Optional<NamedFacility> where = facility(request.facility());
        if (where.isEmpty()) {
            return unknownFacility();
        }
        Map<LotId, BookedLot> inputs = new HashMap<>();
        for (int i = 0; i < request.inputs().size(); i++) {
            LotId id = request.inputs().get(i).lot();
            BookedLot lot = bench.lot(id);
            Optional<Refused> refusal = Usable.refusal(lot, party, bench.isPending(id), "body.inputs[" + i + "].lot");
            if (lot == null || refusal.isPresent()) {
                return new Prepared.Impossible(refusal.orElseThrow());
            }
            inputs.put(id, lot);
        }
        List<BookedLot> ordered = Assembly.ordered(request, inputs);
        return new Assembly(
                        request,
                        where.get(),
                        ordered,
                        bench.profiles(Assembly.named(ordered)),
                        bench.relied(request.inputs()))
                .prepare(new Operators(salts), () -> new LotId(ids.get()));
    }
}
