package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;

/**
 * What was measured of an element in an output. It is evidence beside the book mass and never adds to it.
 *
 * @param uncertainty expanded uncertainty of that mass, k = 2
 */
public record MeasuredElement(Element element, Mass mass, Mass uncertainty) {

    static MeasuredElement read(Members in) {
        return new MeasuredElement(
                in.parsed("element", 2, Element::parse),
                in.parsed("ug", 19, Mass::parse),
                in.parsed("uncertaintyUg", 19, Mass::parse));
    }

    JsonObject json() {
        return Json.object()
                .put("element", element.symbol())
                .putWire("ug", mass)
                .putWire("uncertaintyUg", uncertainty)
                .build();
    }
}
