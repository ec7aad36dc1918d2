package io.lodestone.lots.description;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.lots.outbox.Fields;
import java.util.Optional;

/** How somebody else names the lot: a GS1 Digital Link, or a value in a scheme of its own. */
public record Identifier(String scheme, String value) {

    private static final int MAX_SCHEME = 32;
    private static final int MAX_VALUE = DigitalLink.MAX_LENGTH;

    /** Refuses a GS1 key whose check digit does not fit; a link is brought into its canonical form. */
    public Identifier {
        value = scheme.equals(DigitalLink.SCHEME) ? DigitalLink.canonical(value) : Gs1.check(scheme, value);
    }

    static Identifier read(Members in) {
        Optional<String> link = in.optionalString("digitalLink", MAX_VALUE);
        if (link.isPresent()) {
            if (in.optional("scheme").isPresent() || in.optional("value").isPresent()) {
                throw new FormatException(
                        Fault.MALFORMED, in.path("digitalLink"), "stands alone: a link needs no scheme and value");
            }
            return in.made("digitalLink", () -> new Identifier(DigitalLink.SCHEME, link.get()));
        }
        String scheme = in.parsed("scheme", MAX_SCHEME, Fields::line);
        String value = in.parsed("value", MAX_VALUE, Fields::line);
        return in.made("value", () -> new Identifier(scheme, value));
    }

    /** As a search names it: a link in any spelling finds its canonical form. */
    public static String sought(String text) {
        return DigitalLink.isLink(text) ? DigitalLink.canonical(text) : Fields.line(text);
    }

    JsonObject json() {
        return Json.object().put("scheme", scheme).put("value", value).build();
    }
}
