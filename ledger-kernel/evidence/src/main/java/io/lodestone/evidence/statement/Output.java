package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.quantity.Mass;
import java.util.List;
import java.util.Optional;

/**
 * What a transformation makes: a lot, or a loss that is nobody's lot.
 *
 * @param open how much of the mass is open (oxygen, hydrogen, coating)
 * @param elements the tracked elements' masses where they are stated; empty where they follow from the inputs in
 *     proportion
 * @param vector digest of the origin vector that follows
 * @param description of the lot; stated from version 2 on, and empty for a loss
 * @param measured what an assay of the output found, sorted by element; stated from version 2 on
 */
public record Output(
        OutputKind kind,
        Optional<LotId> lot,
        Optional<Form> form,
        Mass mass,
        Mass open,
        Optional<StatedElements> elements,
        Digest vector,
        Optional<LotDescription> description,
        List<MeasuredElement> measured) {

    private static final int MAX_MEASURED = 100;

    public Output {
        measured = List.copyOf(measured);
    }

    /** Version 1, without description and measurements. */
    public Output(
            OutputKind kind,
            Optional<LotId> lot,
            Optional<Form> form,
            Mass mass,
            Mass open,
            Optional<StatedElements> elements,
            Digest vector) {
        this(kind, lot, form, mass, open, elements, vector, Optional.empty(), List.of());
    }

    static Output read(Members in, long version) {
        OutputKind kind = in.parsed("kind", 16, OutputKind::parse);
        Output output = new Output(
                kind,
                in.nullableParsed("lot", 36, LotId::parse),
                in.nullableParsed("form", 16, Form::parse),
                in.parsed("massUg", 19, Mass::parsePositive),
                in.parsed("openUg", 19, Mass::parse),
                StatedElements.read(in, "elements"),
                in.parsed("vector", 44, Digest::parse),
                version > 1 ? description(in, kind) : Optional.empty(),
                version > 1 ? in.objects("measured", MAX_MEASURED, MeasuredElement::read) : List.of());
        Formats.sorted(
                in.path("measured"), output.measured, row -> row.element().symbol());
        if (output.lot.isPresent() != kind.isLot() || output.form.isPresent() != kind.isLot()) {
            throw new FormatException(
                    Fault.MALFORMED, in.path("lot"), "a product has a lot and a form, a loss has neither");
        }
        return output;
    }

    private static Optional<LotDescription> description(Members in, OutputKind kind) {
        if (kind.isLot()) {
            return Optional.of(LotDescription.read(in));
        }
        if (in.value("description") != Json.JsonNull.NULL) {
            throw new FormatException(Fault.MALFORMED, in.path("description"), "a loss is not described");
        }
        return Optional.empty();
    }

    JsonObject json(long version) {
        ObjectBuilder out = Json.object();
        if (version > 1) {
            out = out.put(
                            "description",
                            description.<Json>map(LotDescription::json).orElse(Json.JsonNull.NULL))
                    .put("measured", measured, MeasuredElement::json);
        }
        return out.put("elements", elements.map(StatedElements::json).orElse(Json.JsonNull.NULL))
                .putWire("form", form.map(Form::wire))
                .put("kind", kind.wire())
                .putWire("lot", lot)
                .putWire("massUg", mass)
                .putWire("openUg", open)
                .putWire("vector", vector)
                .build();
    }
}
