package io.lodestone.evidence.party;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Members;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Members that descriptions share. */
final class Texts {

    static final int MAX_NAME = 256;

    private Texts() {}

    /** One line that says something. */
    static String line(String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must be one line of text and not blank");
        }
        return text;
    }

    /** The list, or none where the member is missing or null: older annexes lack it. */
    static <T> List<T> objects(Members in, String name, int max, Function<Members, T> each) {
        return in.optional(name).isPresent() ? in.objects(name, max, each) : List.of();
    }

    static <T> Optional<T> object(Members in, String name, Function<Members, T> each) {
        Optional<Json> value = in.optional(name);
        return value.map(some -> {
            Members inner = Members.of(some, in.path(name));
            T read = each.apply(inner);
            inner.end();
            return read;
        });
    }

    static <T> Json json(Optional<T> value, Function<T, ? extends Json> each) {
        return value.<Json>map(each::apply).orElse(Json.JsonNull.NULL);
    }
}
