package io.lodestone.evidence.party;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Salt;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a party is: an annex of kind {@code party}. An annex that has the name alone, as the first ones have, is one.
 *
 * @param owners direct holdings, each owner once; together at most the whole
 * @param parent who stands at the top of the group
 */
public record PartyDescription(String name, List<Identifier> identifiers, List<Owner> owners, Optional<Holder> parent) {

    public static final String KIND = "party";
    public static final int MAX_IDENTIFIERS = 16;
    public static final int MAX_OWNERS = 100;

    public PartyDescription {
        identifiers = List.copyOf(identifiers);
        owners = List.copyOf(owners);
        once("identifiers", identifiers, Identifier::toString);
        once("owners", owners, owner -> owner.holder().key());
        Ratio sum = owners.stream().map(owner -> owner.share().ratio()).reduce(Ratio.ZERO, Ratio::plus);
        if (sum.compareTo(Ratio.ONE) > 0) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, "owners", "hold more than the whole together");
        }
    }

    private static <T> void once(String path, List<T> items, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        if (!items.stream().map(key).allMatch(seen::add)) {
            throw new FormatException(Fault.MALFORMED, path, "names the same one twice");
        }
    }

    /** Reads its members out of a request or an annex, beside others that the caller takes. */
    public static PartyDescription read(Members in) {
        return new PartyDescription(
                in.parsed("name", Texts.MAX_NAME, Texts::line),
                Texts.objects(in, "identifiers", MAX_IDENTIFIERS, Identifier::read),
                Texts.objects(in, "owners", MAX_OWNERS, Owner::read),
                Texts.object(in, "parent", Holder::read));
    }

    /** Reads the content of an annex; {@link FormatException} for any other. */
    public static PartyDescription read(JsonObject content) {
        Members in = Members.of(content);
        in.literal("kind", KIND);
        PartyDescription description = read(in);
        in.end();
        return description;
    }

    public JsonObject json() {
        return Json.object()
                .put("identifiers", identifiers, Identifier::json)
                .put("kind", KIND)
                .put("name", name)
                .put("owners", owners, Owner::json)
                .put("parent", Texts.json(parent, holder -> holder.json().build()))
                .build();
    }

    public Annex annex(Salt salt) {
        return new Annex(json(), salt);
    }
}
