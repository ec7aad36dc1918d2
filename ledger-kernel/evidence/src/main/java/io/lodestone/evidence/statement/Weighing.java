package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.Mass;
import java.util.Optional;

/**
 * What a party's own scales say of a lot that reached it. It is evidence beside the book mass and moves none of it.
 *
 * @param gross with packaging; at least the net mass
 * @param uncertainty expanded uncertainty of the net mass, k = 2
 */
public record Weighing(Optional<Mass> gross, Mass net, Mass uncertainty) {

    public Weighing {
        if (gross.isPresent() && gross.get().compareTo(net) < 0) {
            throw new IllegalArgumentException("the gross mass is at least the net mass");
        }
    }

    /** Reads the member {@code weighing}, which has to be an object. */
    static Weighing read(Members body) {
        Members in = body.object("weighing");
        Optional<Mass> gross = in.nullableParsed("grossUg", 19, Mass::parsePositive);
        Mass net = in.parsed("netUg", 19, Mass::parsePositive);
        Mass uncertainty = in.parsed("uncertaintyUg", 19, Mass::parse);
        in.end();
        return body.made("weighing", () -> new Weighing(gross, net, uncertainty));
    }

    JsonObject json() {
        return Json.object()
                .putWire("grossUg", gross)
                .putWire("netUg", net)
                .putWire("uncertaintyUg", uncertainty)
                .build();
    }
}
