package io.lodestone.custody.wire;

import io.lodestone.custody.problem.CustodyProblem;
import io.lodestone.custody.problem.RefusalProblem;
import io.lodestone.custody.statement.Outcome;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.kit.problem.LedgerProblem;
import io.lodestone.kit.problem.Problems;
import jakarta.ws.rs.core.Response;
import java.util.function.UnaryOperator;

/** An outcome as an HTTP answer: 201 with the index, or the problem of the refusal. */
public final class OutcomeReply {

    private OutcomeReply() {}

    public static Response of(Outcome outcome) {
        return of(outcome, more -> more);
    }

    /** @param more adds members to the answer of an accepted statement */
    public static Response of(Outcome outcome, UnaryOperator<ObjectBuilder> more) {
        if (outcome instanceof Outcome.Accepted accepted) {
            return JsonReply.created(
                    "/statements/" + accepted.index() + "/receipt",
                    more.apply(json(accepted)).build());
        }
        return Problems.reply(problem(outcome));
    }

    /** What is answered for an outcome that is not acceptance. */
    public static LedgerProblem problem(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return RefusalProblem.of(refused.refusal());
        }
        return new LedgerProblem(
                CustodyProblem.STATEMENT_ID_REUSED, "This party has used the id for a statement with other bytes.");
    }

    /** What is answered for an accepted statement. */
    public static ObjectBuilder json(Outcome.Accepted accepted) {
        return Json.object()
                .put("index", accepted.index())
                .put(
                        "lots",
                        accepted.lots(),
                        lot -> Json.object()
                                .putWire("lot", lot.lot())
                                .put("lotVersion", lot.version())
                                .build())
                .putWire("statement", accepted.statement())
                .put("time", WireTime.text(accepted.time()));
    }
}
