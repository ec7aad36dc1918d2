package io.lodestone.lots.description;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.lots.outbox.Fields;
import java.time.LocalDate;
import java.util.Optional;

/** An export licence that the lot was moved under, with the pledge of its end user. */
public record Licence(
        String number, Optional<String> kind, Optional<LocalDate> expiry, Optional<String> endUserPledge) {

    private static final int MAX_NUMBER = 64;

    static Licence read(Members in) {
        Licence licence = new Licence(
                in.parsed("number", MAX_NUMBER, Fields::line),
                in.optionalParsed("kind", MAX_NUMBER, Fields::line),
                in.optionalParsed("expiry", 10, Details::day),
                in.optionalParsed("endUserPledge", Fields.NAME, Fields::name));
        in.end();
        return licence;
    }

    JsonObject json() {
        return Json.object()
                .put("number", number)
                .with(kind, (out, some) -> out.put("kind", some))
                .with(expiry, (out, day) -> out.putWire("expiry", day))
                .with(endUserPledge, (out, pledge) -> out.put("endUserPledge", pledge))
                .build();
    }
}
