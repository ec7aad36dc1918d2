package io.lodestone.lots.outbox;

import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotsTransformed;
import java.util.List;

/** Something that uses lots up, as far as it was read. */
public interface Inputs {

    /** In the order in which a refusal counts them. */
    List<LotId> lots();

    /** The inputs of a request; none for one that uses nothing up. */
    static List<LotId> of(Object request) {
        return request instanceof Inputs inputs ? inputs.lots() : List.of();
    }

    /** The inputs of a statement. */
    static List<LotId> of(Body body) {
        return body instanceof LotsTransformed transformed
                ? transformed.inputs().stream().map(Input::lot).toList()
                : List.of();
    }
}
