package io.lodestone.lots.transformation;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Output;
import io.lodestone.lots.lot.Descriptions;
import java.util.ArrayList;
import java.util.List;

/** A transformation as the API answers it, for the party that made it. */
public final class TransformationAnswer {

    private TransformationAnswer() {}

    /** Everything follows from the statement, so the answer is the same however often it is asked for. */
    public static JsonObject of(LotsTransformed body) {
        if (!(body.draw() instanceof Drawn drawn)) {
            throw new IllegalStateException("a kept transformation cannot be drawn");
        }
        return Json.object()
                .put("inputs", inputs(body, drawn))
                .put("openGainKg", body.openGain().toKg())
                .put("outputs", outputs(body, drawn))
                .put("process", body.process().wire())
                .putWire("step", body.step().map(step -> step.wire()))
                .build();
    }

    private static Json inputs(LotsTransformed body, Drawn drawn) {
        List<Json> inputs = new ArrayList<>();
        for (int i = 0; i < body.inputs().size(); i++) {
            Input input = body.inputs().get(i);
            inputs.add(Json.object()
                    .put("consumedKg", input.consumed().toKg())
                    .put("elements", Descriptions.elements(drawn.consumed().get(i)))
                    .putWire("lot", input.lot())
                    .put("lotVersion", input.of().version() + 1)
                    .put("remainingKg", drawn.remaining().get(i).total().toKg())
                    .build());
        }
        return Json.array(inputs);
    }

    private static Json outputs(LotsTransformed body, Drawn drawn) {
        List<Json> outputs = new ArrayList<>();
        for (int i = 0; i < body.outputs().size(); i++) {
            Output output = body.outputs().get(i);
            outputs.add(Json.object()
                    .put("elements", Descriptions.elements(drawn.outputs().get(i)))
                    .putWire("form", output.form().map(Form::wire))
                    .put("kind", output.kind().wire())
                    .putWire("lot", output.lot())
                    .put("massKg", output.mass().toKg())
                    .put("openKg", output.open().toKg())
                    .build());
        }
        return Json.array(outputs);
    }
}
