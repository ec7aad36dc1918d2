package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Mass;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is stated of a lot beside its mass and composition. It moves no mass. Codes name the list they are of, for the
 * same code means other things in other years.
 *
 * @param control code of an export control list, with the list and its edition
 * @param customs Harmonized System code of 4 to 10 digits, with the tariff and its year
 * @param customsOrigin country of origin for customs, with the rule of origin that gives it
 * @param grade trade grade, such as N42SH
 * @param gross mass with packaging; at least the lot's own
 * @param moisture fraction of the lot's mass that is water, below 1; that water is open mass
 */
public record LotDescription(
        CustodyModel custodyModel,
        Optional<ListedCode> control,
        Optional<ListedCode> customs,
        Optional<CustomsOrigin> customsOrigin,
        Optional<String> grade,
        Optional<Mass> gross,
        Optional<DecimalText> moisture) {

    public static final int MAX_CODE = 32;
    public static final int MAX_LIST = 64;
    public static final int MAX_GRADE = 64;

    /** A code and the edition of the list that it is a code of. */
    public record ListedCode(String code, String list) {
        static ListedCode read(Members in) {
            ListedCode code = new ListedCode(
                    in.parsed("code", MAX_CODE, Formats::text), in.parsed("list", MAX_LIST, Formats::text));
            in.end();
            return code;
        }

        JsonObject json() {
            return Json.object().put("code", code).put("list", list).build();
        }
    }

    public record CustomsOrigin(String country, String rule) {
        static CustomsOrigin read(Members in) {
            CustomsOrigin origin = new CustomsOrigin(
                    in.parsed("country", 2, Places::country), in.parsed("rule", MAX_LIST, Formats::text));
            in.end();
            return origin;
        }

        JsonObject json() {
            return Json.object().put("country", country).put("rule", rule).build();
        }
    }

    public LotDescription {
        customs.map(ListedCode::code).ifPresent(LotDescription::harmonized);
        if (moisture.isPresent() && moisture.get().value().compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("moisture must be a fraction below 1");
        }
    }

    private static void harmonized(String code) {
        if (!code.matches("[0-9]{4,10}")) {
            throw new IllegalArgumentException("a customs code has 4 to 10 digits, without dots");
        }
    }

    /** Reads the member {@code description}, which has to be an object. */
    static LotDescription read(Members body) {
        Members in = body.object("description");
        CustodyModel model = in.parsed("custodyModel", 32, CustodyModel::parse);
        Optional<ListedCode> control = nullable(in, "control", ListedCode::read);
        Optional<ListedCode> customs = nullable(in, "customs", ListedCode::read);
        Optional<CustomsOrigin> origin = nullable(in, "customsOrigin", CustomsOrigin::read);
        Optional<String> grade = in.nullableParsed("grade", MAX_GRADE, Formats::text);
        Optional<Mass> gross = in.nullableParsed("grossUg", 19, Mass::parsePositive);
        Optional<DecimalText> moisture = in.nullableParsed("moisture", 37, DecimalText::parse);
        in.end();
        return body.made(
                "description", () -> new LotDescription(model, control, customs, origin, grade, gross, moisture));
    }

    private static <T> Optional<T> nullable(Members in, String name, Function<Members, T> read) {
        return in.value(name) == JsonNull.NULL ? Optional.empty() : Optional.of(read.apply(in.object(name)));
    }

    public JsonObject json() {
        return Json.object()
                .put("control", control.<Json>map(ListedCode::json).orElse(JsonNull.NULL))
                .put("custodyModel", custodyModel.wire())
                .put("customs", customs.<Json>map(ListedCode::json).orElse(JsonNull.NULL))
                .put(
                        "customsOrigin",
                        customsOrigin.<Json>map(CustomsOrigin::json).orElse(JsonNull.NULL))
                .putWire("grade", grade)
                .putWire("grossUg", gross)
                .putWire("moisture", moisture)
                .build();
    }
}
