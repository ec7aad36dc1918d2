package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.quantity.Mass;
import java.util.Optional;

/**
 * What a transformation makes: a lot, or a loss that is nobody's lot.
 *
 * @param open how much of the mass is open (oxygen, hydrogen, coating)
 * @param elements the tracked elements' masses where they are stated; empty where they follow from the inputs in
 *     proportion
 * @param vector digest of the origin vector that follows
 */
public record Output(
        OutputKind kind,
        Optional<LotId> lot,
        Optional<Form> form,
        Mass mass,
        Mass open,
        Optional<StatedElements> elements,
        Digest vector) {

    static Output read(Members in) {
        OutputKind kind = in.parsed("kind", 16, OutputKind::parse);
        Output output = new Output(
                kind,
                in.nullableParsed("lot", 36, LotId::parse),
                in.nullableParsed("form", 16, Form::parse),
                in.parsed("massUg", 19, Mass::parsePositive),
                in.parsed("openUg", 19, Mass::parse),
                StatedElements.read(in, "elements"),
                in.parsed("vector", 44, Digest::parse));
        if (output.lot.isPresent() != kind.isLot() || output.form.isPresent() != kind.isLot()) {
            throw new FormatException(
                    Fault.MALFORMED, in.path("lot"), "a product has a lot and a form, a loss has neither");
        }
        return output;
    }

    JsonObject json() {
        return Json.object()
                .put("elements", elements.map(StatedElements::json).orElse(Json.JsonNull.NULL))
                .putWire("form", form.map(Form::wire))
                .put("kind", kind.wire())
                .putWire("lot", lot)
                .putWire("massUg", mass)
                .putWire("openUg", open)
                .putWire("vector", vector)
                .build();
    }
}
