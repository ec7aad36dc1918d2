package io.lodestone.lots.account;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.statement.StatementId;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;

/** One line of an account, with the statement that posted it. */
public record PostedLine(
        long index, StatementId statement, String process, LocalDate day, Element element, String kind, BigInteger ug) {

    public static final List<String> HEADINGS =
            List.of("date", "element", "kind", "kg", "process", "statement", "index");

    public JsonObject json() {
        return Json.object()
                .put("date", day.toString())
                .put("element", element.symbol())
                .put("index", index)
                .put("kg", Kilograms.text(ug))
                .put("kind", kind)
                .put("process", process)
                .putWire("statement", statement)
                .build();
    }

    public List<String> cells() {
        return List.of(
                day.toString(),
                element.symbol(),
                kind,
                Kilograms.text(ug),
                process,
                statement.toString(),
                String.valueOf(index));
    }
}
