package io.lodestone.lots.description;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.LotDescription;
import io.lodestone.evidence.statement.LotDescription.CustomsOrigin;
import io.lodestone.evidence.statement.LotDescription.ListedCode;
import io.lodestone.lots.outbox.Fields;
import java.util.Optional;
import java.util.function.Function;

/** The member {@code description} of a request and of an answer: gross mass in kilograms, a tariff by that name. */
public final class DescriptionRequest {

    private static final int DECIMAL = 37;

    private DescriptionRequest() {}

    /** Reads the member, which has to be there: nothing is recorded that does not say how it is kept apart. */
    public static LotDescription read(Members request) {
        if (request.optional("description").isEmpty()) {
            throw new FormatException(
                    Fault.MISSING_FIELD,
                    request.path("description"),
                    "is required: every lot says under which custody model of ISO 22095 it is kept");
        }
        Members in = request.object("description");
        CustodyModel model = in.parsed("custodyModel", 32, CustodyModel::parse);
        Optional<ListedCode> control = optional(in, "control", each -> code(each, "list"));
        Optional<ListedCode> customs = optional(in, "customs", each -> code(each, "tariff"));
        Optional<CustomsOrigin> origin = optional(
                in,
                "customsOrigin",
                each -> new CustomsOrigin(
                        each.parsed("country", 2, Places::country),
                        each.parsed("rule", LotDescription.MAX_LIST, Fields::line)));
        Optional<String> grade = in.optionalParsed("grade", LotDescription.MAX_GRADE, Fields::line);
        Optional<Mass> gross = in.optionalParsed("grossKg", Fields.MASS, Mass::parseKg);
        Optional<DecimalText> moisture = in.optionalParsed("moisture", DECIMAL, Fields::decimal);
        in.end();
        return request.made(
                "description", () -> new LotDescription(model, control, customs, origin, grade, gross, moisture));
    }

    private static ListedCode code(Members in, String list) {
        return new ListedCode(
                in.parsed("code", LotDescription.MAX_CODE, Fields::line),
                in.parsed(list, LotDescription.MAX_LIST, Fields::line));
    }

    private static <T> Optional<T> optional(Members in, String name, Function<Members, T> read) {
        return in.optional(name).map(there -> {
            Members inner = in.object(name);
            T value = read.apply(inner);
            inner.end();
            return value;
        });
    }

    public static JsonObject json(LotDescription description) {
        return Json.object()
                .put("control", code(description.control(), "list"))
                .put("custodyModel", description.custodyModel().wire())
                .put("customs", code(description.customs(), "tariff"))
                .put(
                        "customsOrigin",
                        description
                                .customsOrigin()
                                .<Json>map(origin -> Json.object()
                                        .put("country", origin.country())
                                        .put("rule", origin.rule())
                                        .build())
                                .orElse(JsonNull.NULL))
                .putWire("grade", description.grade())
                .putWire("grossKg", description.gross().map(Mass::toKg))
                .putWire("moisture", description.moisture())
                .build();
    }

    private static Json code(Optional<ListedCode> code, String list) {
        return code.<Json>map(some -> Json.object()
                        .put("code", some.code())
                        .put(list, some.list())
                        .build())
                .orElse(JsonNull.NULL);
    }
}
