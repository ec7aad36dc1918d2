package io.lodestone.custody.transfer;

import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Weighing;
import java.util.Optional;

/** Reads what a recipient weighed, in kilograms. */
final class Weighings {

    private Weighings() {}

    static Weighing read(Members in) {
        Optional<Mass> gross = in.optionalParsed("grossKg", 40, Mass::parseKg);
        Mass net = in.parsed("netKg", 40, Mass::parseKg);
        Mass uncertainty = in.parsed("uncertaintyKg", 40, Mass::parseKg);
        return in.made("grossKg", () -> new Weighing(gross, net, uncertainty));
    }
}
