package io.lodestone.lots.description;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.lots.outbox.Fields;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a lot was invoiced at. A price without currency, day, incoterm and tax says nothing, so those that are known
 * stand beside it.
 *
 * @param marketReference the published price it refers to
 */
public record InvoiceValue(
        DecimalText amount,
        String currency,
        LocalDate date,
        Optional<String> incoterm,
        Optional<Boolean> taxIncluded,
        Optional<String> marketReference) {

    /** Incoterms 2020. */
    private static final Set<String> INCOTERMS =
            Set.of("EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF");

    static InvoiceValue read(Members in) {
        InvoiceValue value = new InvoiceValue(
                in.parsed("amount", 37, Fields::decimal),
                in.parsed("currency", 3, InvoiceValue::currency),
                in.parsed("date", 10, Details::day),
                in.optionalParsed("incoterm", 3, InvoiceValue::incoterm),
                in.optional("taxIncluded").map(there -> in.bool("taxIncluded")),
                in.optionalParsed("marketReference", Fields.NAME, Fields::name));
        in.end();
        return value;
    }

    private static String currency(String code) {
        if (!code.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("is not an ISO 4217 code such as USD");
        }
        return code;
    }

    private static String incoterm(String term) {
        if (!INCOTERMS.contains(term)) {
            throw new IllegalArgumentException("is not one of the Incoterms 2020");
        }
        return term;
    }

    JsonObject json() {
        return Json.object()
                .putWire("amount", amount)
                .put("currency", currency)
                .putWire("date", date)
                .with(incoterm, (out, term) -> out.put("incoterm", term))
                .with(taxIncluded, (out, included) -> out.put("taxIncluded", included))
                .with(marketReference, (out, reference) -> out.put("marketReference", reference))
                .build();
    }
}
