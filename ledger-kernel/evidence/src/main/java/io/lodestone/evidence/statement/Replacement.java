package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.Redraw;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.quantity.Mass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a correction puts in the place of what was stated. Everything else of the corrected statement stands. */
public sealed interface Replacement {

    JsonObject json();

    /** Reads one or the other by the members it has. */
    static Replacement read(Members in) {
        Replacement replacement =
                in.json().get("inputs") == null ? OfRegistration.members(in) : OfTransformation.members(in);
        in.end();
        return replacement;
    }

    /** In a LotRegistered: mass, composition and origin. */
    record OfRegistration(Mass mass, List<LotMaterial> material, List<OriginProfile> profiles, Digest vector)
            implements Replacement {

        public OfRegistration {
            material = List.copyOf(material);
            profiles = List.copyOf(profiles);
        }

        private static OfRegistration members(Members in) {
            return new OfRegistration(
                    in.parsed("massUg", 19, Mass::parsePositive),
                    in.objects("material", LotRegistered.MAX_COMPONENTS, LotMaterial::read),
                    Formats.profiles(in),
                    in.parsed("vector", 44, Digest::parse));
        }

        @Override
        public JsonObject json() {
            return Json.object()
                    .putWire("massUg", mass)
                    .put("material", material, LotMaterial::json)
                    .put("profiles", profiles, OriginProfile::json)
                    .putWire("vector", vector)
                    .build();
        }
    }

    /** In a LotsTransformed: the masses, over the very same lots in the same order. Losses follow. */
    record OfTransformation(List<Consumed> inputs, Mass openGain, List<Made> outputs) implements Replacement {

        public OfTransformation {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }

        /** What was really taken of an input. */
        public record Consumed(LotId lot, Mass mass) {

            static Consumed read(Members in) {
                return new Consumed(
                        in.parsed("lot", 36, LotId::parse), in.parsed("consumedUg", 19, Mass::parsePositive));
            }

            JsonObject json() {
                return Json.object()
                        .putWire("consumedUg", mass)
                        .putWire("lot", lot)
                        .build();
            }
        }

        /** What an output that is a lot really weighed. */
        public record Made(Optional<StatedElements> elements, Mass mass, Mass open) {

            static Made read(Members in) {
                Made made = new Made(
                        StatedElements.read(in, "elements"),
                        in.parsed("massUg", 19, Mass::parsePositive),
                        in.parsed("openUg", 19, Mass::parse));
                if (made.open.compareTo(made.mass) > 0) {
                    throw new FormatException(
                            Fault.OUT_OF_BOUNDS, in.path("openUg"), "cannot exceed the output's mass");
                }
                return made;
            }

            JsonObject json() {
                return Json.object()
                        .put("elements", elements.map(StatedElements::json).orElse(Json.JsonNull.NULL))
                        .putWire("massUg", mass)
                        .putWire("openUg", open)
                        .build();
            }
        }

        private static OfTransformation members(Members in) {
            List<Consumed> inputs =
                    Formats.notEmpty(in.path("inputs"), in.objects("inputs", Formats.MAX_LOTS, Consumed::read));
            Formats.sorted(in.path("inputs"), inputs, Consumed::lot);
            Mass openGain = in.parsed("openGainUg", 19, Mass::parse);
            List<Made> outputs =
                    Formats.notEmpty(in.path("outputs"), in.objects("outputs", Formats.MAX_LOTS, Made::read));
            List<Mass> taken =
                    new ArrayList<>(inputs.stream().map(Consumed::mass).toList());
            taken.add(openGain);
            Redraw.checkTotal(taken, in.path("inputs"));
            Redraw.checkTotal(outputs.stream().map(Made::mass).toList(), in.path("outputs"));
            return new OfTransformation(inputs, openGain, outputs);
        }

        @Override
        public JsonObject json() {
            return Json.object()
                    .put("inputs", inputs, Consumed::json)
                    .putWire("openGainUg", openGain)
                    .put("outputs", outputs, Made::json)
                    .build();
        }
    }
}
