package io.lodestone.certificates.determination;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.determination.Consignment;
import io.lodestone.evidence.determination.OriginPolicy;
import io.lodestone.evidence.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The facts of a shipment that do not depend on day, policy or mass, as the caller states them. */
public record ShipmentFacts(JsonObject stated) {

    private static final List<String> NAMES = List.of(
            "chineseTechnologyAbroad",
            "customsOrigin",
            "destination",
            "dispatchedFrom",
            "endUse",
            "item",
            "manufacturedIn",
            "valuation");

    /** Takes these members from a request; one that is missing or null is Unknown. */
    public static ShipmentFacts read(Members in) {
        ShipmentFacts facts = new ShipmentFacts(Json.object(NAMES.stream()
                .collect(
                        Collectors.toMap(name -> name, name -> in.optional(name).orElse(JsonNull.NULL)))));
        // Refuse malformed facts before anything is fetched; day, policy and mass are stand-ins.
        Consignment checked = facts.on(LocalDate.EPOCH, OriginPolicy.TRACED_THROUGH, new Mass(1));
        return new ShipmentFacts(
                facts.stated.with("valuation", checked.json().members().get("valuation")));
    }

    /** The consignment of that mass on that day; refuses what a consignment refuses. */
    public Consignment on(LocalDate day, OriginPolicy policy, Mass mass) {
        return Consignment.read(Members.of(stated.with("date", Json.string(day.toString()))
                .with("originPolicy", Json.string(policy.wire()))
                .with("massUg", Json.string(mass.toString()))));
    }

    /** What the kernel refuses about prices reaches the caller as a refusal of its valuation. */
    public static <T> T refusingPrices(Supplier<T> determination) {
        try {
            return determination.get();
        } catch (FormatException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new FormatException(Fault.MALFORMED, "valuation.prices", String.valueOf(e.getMessage()));
        }
    }
}
