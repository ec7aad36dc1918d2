package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.quantity.Mass;
import java.util.List;
import java.util.Optional;

/**
 * Part of what follows from a correction: transformations drawn again, in log order, and lots that are thereby settled.
 * A replay needs this, the corrected statements and their corrections, and nothing else.
 *
 * @param correction digest of the correction that is worked off
 * @param lots those whose vector is final with this statement, at the versions that it ends
 * @param profiles those that the inputs' vectors name, sorted by digest
 */
public record LotsRecomputed(Digest correction, List<LotVersion> lots, List<OriginProfile> profiles, List<Step> steps)
        implements Body {

    public static final int MAX_STEPS = 1_000;

    public LotsRecomputed {
        lots = List.copyOf(lots);
        profiles = List.copyOf(profiles);
        steps = List.copyOf(steps);
    }

    /** One transformation, or run of a pool, drawn again. Of a run only what it took is: its outputs are none. */
    public record Step(Digest transformation, List<Redone> inputs, List<Remade> outputs) {

        public Step {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }

        static Step read(Members in) {
            return new Step(
                    in.parsed("transformation", 44, Digest::parse),
                    in.objects("inputs", Formats.MAX_LOTS, Redone::read),
                    in.objects("outputs", Formats.MAX_LOTS + 1, Remade::read));
        }

        JsonObject json() {
            return Json.object()
                    .put("inputs", inputs, Redone::json)
                    .put("outputs", outputs, Remade::json)
                    .putWire("transformation", transformation)
                    .build();
        }
    }

    /**
     * An input.
     *
     * @param vector what the lot held before this transformation, under the corrected history; nothing, if it was left
     *     out of a step that no statement has room for
     */
    public record Redone(LotId lot, OriginVector vector) {

        static Redone read(Members in) {
            return new Redone(in.parsed("lot", 36, LotId::parse), OriginVector.read(in.object("vector")));
        }

        JsonObject json() {
            return Json.object()
                    .putWire("lot", lot)
                    .put("vector", vector.json())
                    .build();
        }
    }

    /** An output as it comes out now: lots in the order of the transformation, then what was lost, if anything. */
    public record Remade(OutputKind kind, Optional<LotId> lot, Mass mass, Mass open, Digest vector) {

        static Remade of(OutputKind kind, Optional<LotId> lot, OriginVector vector) {
            return new Remade(kind, lot, vector.total(), vector.open(), vector.digest());
        }

        static Remade read(Members in) {
            return new Remade(
                    in.parsed("kind", 16, OutputKind::parse),
                    in.nullableParsed("lot", 36, LotId::parse),
                    in.parsed("massUg", 19, Mass::parsePositive),
                    in.parsed("openUg", 19, Mass::parse),
                    in.parsed("vector", 44, Digest::parse));
        }

        JsonObject json() {
            return Json.object()
                    .put("kind", kind.wire())
                    .putWire("lot", lot)
                    .putWire("massUg", mass)
                    .putWire("openUg", open)
                    .putWire("vector", vector)
                    .build();
        }
    }

    static LotsRecomputed read(Members in) {
        LotsRecomputed body = new LotsRecomputed(
                in.parsed("correction", 44, Digest::parse),
                in.objects("lots", Formats.MAX_LOTS, Formats::lotVersion),
                Formats.profiles(in),
                in.objects("steps", MAX_STEPS, Step::read));
        Formats.sorted(in.path("lots"), body.lots, LotVersion::lot);
        if (body.lots.isEmpty() && body.steps.isEmpty()) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, in.path("steps"), "needs at least one item, or a lot");
        }
        return body;
    }

    @Override
    public Kind kind() {
        return Kind.LOTS_RECOMPUTED;
    }

    @Override
    public List<LotVersion> spends() {
        return lots;
    }

    @Override
    public JsonObject json() {
        return Json.object()
                .putWire("correction", correction)
                .put("lots", lots, Formats::json)
                .put("profiles", profiles, OriginProfile::json)
                .put("steps", steps, Step::json)
                .build();
    }
}
