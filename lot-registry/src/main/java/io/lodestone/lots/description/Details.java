package io.lodestone.lots.description;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.lots.outbox.Fields;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of a lot and decides nothing: names, prices, papers. It goes into an annex, so that it can be shown to
 * some and withdrawn from all. What is not known is left out.
 *
 * @param complianceNotice id of the notice that passes a control on to the next party
 * @param flowRecord id of the record of rare-earth flow that a producer has to keep
 * @param agreement id of the agreement under which know-how was licensed
 */
public record Details(
        List<String> packagingMarks,
        List<Identifier> identifiers,
        Optional<String> coating,
        Optional<String> glue,
        Optional<InvoiceValue> value,
        Optional<Licence> licence,
        Optional<String> complianceNotice,
        Optional<String> flowRecord,
        Optional<String> agreement,
        Optional<DecimalText> radioactivityBqPerG,
        List<String> labels) {

    private static final int MAX_ITEMS = 32;
    private static final int MAX_TEXT = 128;

    public Details {
        packagingMarks = List.copyOf(packagingMarks);
        identifiers = List.copyOf(identifiers);
        labels = List.copyOf(labels);
    }

    /** The member {@code details} of a request, where it is there. */
    public static Optional<Details> optional(Members request) {
        return request.optional("details").map(there -> {
            Members in = request.object("details");
            Details details = read(in);
            in.end();
            return details;
        });
    }

    static Details read(Members in) {
        return new Details(
                texts(in, "packagingMarks"),
                in.optional("identifiers")
                        .map(there -> in.objects("identifiers", MAX_ITEMS, Identifier::read))
                        .orElse(List.of()),
                text(in, "coating"),
                text(in, "glue"),
                object(in, "value", InvoiceValue::read),
                object(in, "licence", Licence::read),
                text(in, "complianceNotice"),
                text(in, "flowRecord"),
                text(in, "agreement"),
                in.optionalParsed("radioactivityBqPerG", 37, Fields::decimal),
                texts(in, "labels"));
    }

    private static Optional<String> text(Members in, String name) {
        return in.optionalParsed(name, MAX_TEXT, Fields::name);
    }

    private static List<String> texts(Members in, String name) {
        return in.optional(name)
                .map(there -> in.strings(name, MAX_ITEMS, MAX_TEXT, Fields::name))
                .orElse(List.of());
    }

    private static <T> Optional<T> object(Members in, String name, Function<Members, T> read) {
        return in.optional(name).map(there -> read.apply(in.object(name)));
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is not a day such as 2026-11-22");
        }
    }

    /**
     * What somebody may see of them. A price is the business of who stated it: the next holder but one has no part in
     * that trade. Licence and agreement go with the goods.
     *
     * @param own whether it made the lot
     * @param has whether it holds or owns the lot
     */
    public JsonObject json(boolean own, boolean has) {
        return put(Json.object(), own, own || has).build();
    }

    ObjectBuilder put(ObjectBuilder object, boolean prices, boolean papers) {
        return object.with(some(packagingMarks), (out, marks) -> out.put("packagingMarks", Json.strings(marks)))
                .with(some(identifiers), (out, all) -> out.put("identifiers", all, Identifier::json))
                .with(coating, (out, text) -> out.put("coating", text))
                .with(glue, (out, text) -> out.put("glue", text))
                .with(value.filter(v -> prices), (out, price) -> out.put("value", price.json()))
                .with(licence.filter(l -> papers), (out, paper) -> out.put("licence", paper.json()))
                .with(complianceNotice, (out, text) -> out.put("complianceNotice", text))
                .with(flowRecord, (out, text) -> out.put("flowRecord", text))
                .with(agreement.filter(a -> papers), (out, text) -> out.put("agreement", text))
                .with(radioactivityBqPerG, (out, level) -> out.putWire("radioactivityBqPerG", level))
                .with(some(labels), (out, texts) -> out.put("labels", Json.strings(texts)));
    }

    private static <T> Optional<List<T>> some(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }
}
