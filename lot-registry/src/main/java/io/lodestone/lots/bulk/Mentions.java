package io.lodestone.lots.bulk;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.JsonString;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The ids that items mention, so that what is booked of them is loaded at once. What is no id mentions nothing. */
public record Mentions(Set<FacilityId> facilities, Set<LotId> lots, Set<AssayId> assays) {

    public static Mentions of(Collection<Asked> all) {
        Mentions mentions = new Mentions(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        all.forEach(mentions::add);
        return mentions;
    }

    private void add(Asked asked) {
        asked.refs().forEach(ref -> ref.lot().ifPresent(lots::add));
        if (asked instanceof Asked.Lot lot) {
            facilities.add(lot.request().facility());
            lot.request().lot().ifPresent(lots::add);
        } else if (asked instanceof Asked.Assay assay) {
            assay.request().assay().ifPresent(assays::add);
            assay.request().rank().supersedes().ifPresent(assays::add);
        } else if (asked instanceof Asked.Transformation transformation) {
            parse(transformation.body(), "facility", FacilityId::parse, facilities);
            each(transformation.body(), "inputs", input -> parse(input, "assay", AssayId::parse, assays));
            each(transformation.body(), "outputs", output -> parse(output, "lot", LotId::parse, lots));
        }
    }

    private static void each(JsonObject body, String name, java.util.function.Consumer<JsonObject> take) {
        if (body.get(name) instanceof JsonArray array) {
            for (Json item : array.items()) {
                if (item instanceof JsonObject object) {
                    take.accept(object);
                }
            }
        }
    }

    private static <T> void parse(JsonObject object, String name, Function<String, T> parse, Set<T> into) {
        if (object.get(name) instanceof JsonString text) {
            try {
                into.add(parse.apply(text.text()));
            } catch (IllegalArgumentException e) {
                // Refused when the item itself is read.
                return;
            }
        }
    }
}
