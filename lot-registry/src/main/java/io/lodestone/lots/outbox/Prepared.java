package io.lodestone.lots.outbox;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.provenance.OriginRefusal;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Body;
import io.lodestone.lots.custody.Disposition;
import java.util.List;

/** What a request comes to: something to state, or a reason why nothing can be stated. */
public sealed interface Prepared {

    /** Annexes beside that of the person who acts. */
    record Ready(Body body, List<Annex> annexes) implements Prepared {

        public Ready {
            annexes = List.copyOf(annexes);
        }
    }

    record Impossible(Disposition.Refused refusal) implements Prepared {}

    static Prepared impossible(Refusal.Code code, String path, String reason) {
        return new Impossible(Disposition.Refused.of(code, path, reason));
    }

    /** A refusal of the arithmetic, with the member of the statement that it is about. */
    static Prepared impossible(OriginRefusal refusal) {
        return impossible(Refusal.Code.parse(refusal.code().slug()), refusal);
    }

    /** The same under a code of its own. */
    static Prepared impossible(Refusal.Code code, OriginRefusal refusal) {
        return impossible(code, "body." + refusal.path(), refusal.reason());
    }
}
