package io.lodestone.lots.transformation;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.util.List;

/**
 * Less of an element was measured in an output than the book said, and the difference was booked as a loss. The
 * statement bears the measured mass alone, so what the book said goes with it in an annex.
 *
 * @param output its place among the outputs
 * @param book what would have been the output's by proportion
 */
public record BookedLoss(int output, Element element, Mass book, Mass measured) {

    private static final String KIND = "booked-loss";
    private static final int MAX_ROWS = 10_000;

    /** The content of the annex. */
    static JsonObject content(List<BookedLoss> losses) {
        return Json.object()
                .put("kind", KIND)
                .put("rows", losses, BookedLoss::json)
                .build();
    }

    /** Nothing where the content is of another kind, or not what such an annex holds. */
    public static List<BookedLoss> read(JsonObject content) {
        if (!Json.string(KIND).equals(content.get("kind"))) {
            return List.of();
        }
        try {
            return Members.of(content).objects("rows", MAX_ROWS, BookedLoss::read);
        } catch (FormatException e) {
            return List.of();
        }
    }

    private static BookedLoss read(Members in) {
        BookedLoss loss = new BookedLoss(
                (int) in.integer("output", 0, 1_000),
                in.parsed("element", 2, Element::parse),
                in.parsed("bookUg", 19, Mass::parsePositive),
                in.parsed("measuredUg", 19, Mass::parse));
        if (loss.measured.compareTo(loss.book) >= 0) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, in.path("measuredUg"), "must be below the book mass");
        }
        return loss;
    }

    private JsonObject json() {
        return Json.object()
                .putWire("bookUg", book)
                .put("element", element.symbol())
                .putWire("measuredUg", measured)
                .put("output", output)
                .build();
    }
}
