package io.lodestone.lots.transformation;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.provenance.OriginProfile.Recycled;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Conduct;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.MeasuredElement;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.description.DescriptionRequest;
import io.lodestone.lots.lot.Descriptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A transformation as the API answers it, for the party that made it. */
public final class TransformationAnswer {

    private TransformationAnswer() {}

    /**
     * Everything follows from the statement and its annex, so the answer is the same however often it is asked for.
     *
     * @param losses what was booked as lost because less was measured; unknown until the statement is recorded
     */
    public static JsonObject of(LotsTransformed body, Optional<List<BookedLoss>> losses) {
        if (!(body.draw() instanceof Drawn drawn)) {
            throw new IllegalStateException("a kept transformation cannot be drawn");
        }
        return Json.object()
                .put("country", body.site().country())
                .put(
                        "equipment",
                        body.conduct().<Json>map(c -> c.equipment().json()).orElse(JsonNull.NULL))
                .put("eventTime", WireTime.text(body.happened()))
                .putWire("facility", body.site().facility())
                .put("inputs", inputs(body, drawn))
                .put("openGainKg", body.openGain().toKg())
                .put("outputs", outputs(body, drawn, losses))
                .put("process", body.process().wire())
                .putWire("recycled", body.conduct().flatMap(Conduct::recycled).map(Recycled::wire))
                .putWire("started", body.conduct().flatMap(Conduct::started).map(WireTime::text))
                .putWire("step", body.step().map(step -> step.wire()))
                .put("technology", body.technology().json())
                .build();
    }

    private static Json inputs(LotsTransformed body, Drawn drawn) {
        List<Json> inputs = new ArrayList<>();
        for (int i = 0; i < body.inputs().size(); i++) {
            Input input = body.inputs().get(i);
            inputs.add(Json.object()
                    .putWire("assay", input.assay())
                    .put("consumedKg", input.consumed().toKg())
                    .put("elements", Descriptions.elements(drawn.consumed().get(i)))
                    .putWire("lot", input.lot())
                    .put("lotVersion", input.of().version() + 1)
                    .put("remainingKg", drawn.remaining().get(i).total().toKg())
                    .build());
        }
        return Json.array(inputs);
    }

    private static Json outputs(LotsTransformed body, Drawn drawn, Optional<List<BookedLoss>> losses) {
        List<Json> outputs = new ArrayList<>();
        for (int i = 0; i < body.outputs().size(); i++) {
            Output output = body.outputs().get(i);
            int position = i;
            outputs.add(Json.object()
                    .put(
                            "description",
                            output.description()
                                    .<Json>map(DescriptionRequest::json)
                                    .orElse(JsonNull.NULL))
                    .put("elements", Descriptions.elements(drawn.outputs().get(i)))
                    .putWire("form", output.form().map(Form::wire))
                    .put("kind", output.kind().wire())
                    .putWire("lot", output.lot())
                    .put("massKg", output.mass().toKg())
                    .put(
                            "measured",
                            losses.<Json>map(booked -> measured(output, position, drawn, booked))
                                    .orElse(JsonNull.NULL))
                    .put("openKg", output.open().toKg())
                    .build());
        }
        return Json.array(outputs);
    }

    /** Beside each measured mass what the book said, and what became of the difference. */
    private static Json measured(Output output, int position, Drawn drawn, List<BookedLoss> losses) {
        List<Json> rows = new ArrayList<>();
        for (MeasuredElement measured : output.measured()) {
            Optional<BookedLoss> loss = losses.stream()
                    .filter(l -> l.output() == position && l.element() == measured.element())
                    .findFirst();
            Mass book = loss.map(BookedLoss::book)
                    .orElseGet(() -> drawn.outputs().get(position).of(measured.element()));
            rows.add(Json.object()
                    .put("bookKg", book.toKg())
                    .put("differenceKg", difference(measured.mass(), book))
                    .put("element", measured.element().symbol())
                    .put("measuredKg", measured.mass().toKg())
                    .put("result", loss.isPresent() ? "booked-as-loss" : "observed-only")
                    .put("uncertaintyKg", measured.uncertainty().toKg())
                    .build());
        }
        return Json.array(rows);
    }

    private static String difference(Mass measured, Mass book) {
        return measured.compareTo(book) < 0
                ? "-" + book.minus(measured).toKg()
                : measured.minus(book).toKg();
    }
}
