package io.lodestone.lots.pool;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.PoolResult.Booked;
import io.lodestone.evidence.provenance.PoolResult.Ran;
import io.lodestone.evidence.provenance.Registration;
import io.lodestone.evidence.provenance.RegistrationResult.Registered;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.CreditClaimed;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.PoolAdjusted;
import io.lodestone.evidence.statement.PoolCounted;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.PoolPeriodClosed;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.lots.lot.Descriptions;
import java.util.ArrayList;
import java.util.List;

/** Statements about pools as the API answers them: everything follows from the statement. */
public final class PoolAnswer {

    private PoolAnswer() {}

    public static JsonObject of(Body body) {
        if (body instanceof PoolOpened opened) {
            OriginVector stock = ((Registered) Registration.vector(opened.mass(), opened.material())).vector();
            return at(new LotVersion(opened.pool(), 0), stock)
                    .put("period", opened.period())
                    .build();
        } else if (body instanceof PoolRun run) {
            Ran ran = (Ran) run.draw();
            return at(run.before().of(), ran.rest())
                    .put("inputs", inputs(run, ran))
                    .put("outputs", outputs(run, ran))
                    .build();
        } else if (body instanceof PoolCounted counted) {
            Booked booked = (Booked) counted.draw();
            return at(counted.before().of(), booked.rest())
                    .put("lost", Descriptions.elements(booked.lost()))
                    .build();
        } else if (body instanceof PoolAdjusted adjusted) {
            Booked booked = (Booked) adjusted.draw();
            return at(adjusted.before().of(), booked.rest())
                    .put("frozen", adjusted.frozen())
                    .put("gained", Descriptions.elements(booked.gained()))
                    .put("lost", Descriptions.elements(booked.lost()))
                    .build();
        } else if (body instanceof PoolPeriodClosed closed) {
            return at(closed.of())
                    .put("next", closed.next())
                    .put("period", closed.period())
                    .build();
        } else if (body instanceof CreditClaimed credit) {
            return at(credit.before().of())
                    .put("claims", credit.claims(), PoolAnswer::claim)
                    .putWire("lot", credit.credited().of().lot())
                    .build();
        }
        throw new IllegalStateException("not about a pool: " + body.kind());
    }

    private static ObjectBuilder at(LotVersion before) {
        return Json.object().put("lotVersion", before.version() + 1).putWire("pool", before.lot());
    }

    private static ObjectBuilder at(LotVersion before, OriginVector rest) {
        return at(before)
                .put("elements", Descriptions.elements(rest))
                .put("massKg", rest.total().toKg())
                .put("openKg", rest.open().toKg());
    }

    private static Json claim(CreditClaimed.Claim claim) {
        return Json.object()
                .put("element", claim.element().symbol())
                .put("massKg", claim.mass().toKg())
                .putWire("profile", claim.profile())
                .build();
    }

    private static Json inputs(PoolRun body, Ran ran) {
        List<Json> inputs = new ArrayList<>();
        for (int i = 0; i < body.inputs().size(); i++) {
            Input input = body.inputs().get(i);
            inputs.add(Json.object()
                    .put("consumedKg", input.consumed().toKg())
                    .put("elements", Descriptions.elements(ran.consumed().get(i)))
                    .putWire("lot", input.lot())
                    .put("lotVersion", input.of().version() + 1)
                    .put("remainingKg", ran.remaining().get(i).total().toKg())
                    .build());
        }
        return Json.array(inputs);
    }

    private static Json outputs(PoolRun body, Ran ran) {
        List<Json> outputs = new ArrayList<>();
        for (int i = 0; i < body.outputs().size(); i++) {
            Output output = body.outputs().get(i);
            outputs.add(Json.object()
                    .put("elements", Descriptions.elements(ran.outputs().get(i)))
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
