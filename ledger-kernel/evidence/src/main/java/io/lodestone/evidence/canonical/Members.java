package io.lodestone.evidence.canonical;

import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Json.JsonBoolean;
import io.lodestone.evidence.canonical.Json.JsonInteger;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.JsonString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes the members of an object one by one, each with its type and bound, and at {@link #end} refuses the ones that
 * nobody asked for. Every refusal is a {@link FormatException} that names the member's path.
 */
public final class Members {

    private final JsonObject object;
    private final String path;
    private final Set<String> taken = new HashSet<>();

    private Members(JsonObject object, String path) {
        this.object = object;
        this.path = path;
    }

    public static Members of(Json value, String path) {
        if (value instanceof JsonObject object) {
            return new Members(object, path);
        }
        throw new FormatException(Fault.WRONG_TYPE, path, "must be an object");
    }

    public static Members of(Json value) {
        return of(value, "");
    }

    /** The object itself. */
    public JsonObject json() {
        return object;
    }

    public String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The member, {@code null} literal included; refuses a missing one. */
    public Json value(String name) {
        Json value = find(name);
        if (value == null) {
            throw new FormatException(Fault.MISSING_FIELD, path(name), "is required");
        }
        return value;
    }

    private @Nullable Json find(String name) {
        taken.add(name);
        return object.get(name);
    }

    public String string(String name, int maxLength) {
        return text(value(name), path(name), maxLength);
    }

    /** Empty where the member is the literal null; a missing member is still refused. */
    public Optional<String> nullableString(String name, int maxLength) {
        Json value = value(name);
        return value == JsonNull.NULL ? Optional.empty() : Optional.of(text(value, path(name), maxLength));
    }

    /** Empty where the member is missing or null: for requests, never for hashed formats. */
    public Optional<String> optionalString(String name, int maxLength) {
        Json value = find(name);
        return value == null || value == JsonNull.NULL
                ? Optional.empty()
                : Optional.of(text(value, path(name), maxLength));
    }

    public Optional<Json> optional(String name) {
        Json value = find(name);
        return value == null || value == JsonNull.NULL ? Optional.empty() : Optional.of(value);
    }

    /** A string read by {@code parse}, whose {@link IllegalArgumentException} becomes a refusal of this member. */
    public <T> T parsed(String name, int maxLength, Function<String, T> parse) {
        return parsed(string(name, maxLength), path(name), parse);
    }

    public <T> Optional<T> nullableParsed(String name, int maxLength, Function<String, T> parse) {
        return nullableString(name, maxLength).map(text -> parsed(text, path(name), parse));
    }

    public <T> Optional<T> optionalParsed(String name, int maxLength, Function<String, T> parse) {
        return optionalString(name, maxLength).map(text -> parsed(text, path(name), parse));
    }

    private static <T> T parsed(String text, String path, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (FormatException e) {
            throw new FormatException(e.fault(), path, e.reason());
        } catch (IllegalArgumentException e) {
            throw new FormatException(Fault.MALFORMED, path, String.valueOf(e.getMessage()));
        }
    }

    /** What {@code make} makes of this member; its {@link IllegalArgumentException} becomes a refusal of the member. */
    public <T> T made(String name, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw new FormatException(Fault.MALFORMED, path(name), String.valueOf(e.getMessage()));
        }
    }

    public long integer(String name, long min, long max) {
        if (!(value(name) instanceof JsonInteger integer)) {
            throw new FormatException(Fault.WRONG_TYPE, path(name), "must be an integer");
        }
        if (integer.value() < min || integer.value() > max) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, path(name), "must be between " + min + " and " + max);
        }
        return integer.value();
    }

    public boolean bool(String name) {
        if (!(value(name) instanceof JsonBoolean bool)) {
            throw new FormatException(Fault.WRONG_TYPE, path(name), "must be true or false");
        }
        return bool == JsonBoolean.TRUE;
    }

    public Members object(String name) {
        return of(value(name), path(name));
    }

    /** Requires {@code type} and {@code version} to be those of the format that is read. */
    public void format(String type, long version) {
        literal("type", type);
        if (integer("version", 1, Integer.MAX_VALUE) != version) {
            throw new FormatException(
                    Fault.OUT_OF_BOUNDS, path("version"), "only version " + version + " is known here");
        }
    }

    /** Requires the member to be exactly this text. */
    public void literal(String name, String expected) {
        if (!string(name, 256).equals(expected)) {
            throw new FormatException(Fault.MALFORMED, path(name), "must be \"" + expected + "\"");
        }
    }

    public <T> List<T> objects(String name, int maxItems, Function<Members, T> each) {
        return items(name, maxItems, (item, at) -> {
            Members inner = of(item, at);
            T value = each.apply(inner);
            inner.end();
            return value;
        });
    }

    public <T> List<T> strings(String name, int maxItems, int maxLength, Function<String, T> each) {
        return items(name, maxItems, (item, at) -> parsed(text(item, at, maxLength), at, each));
    }

    private <T> List<T> items(String name, int maxItems, java.util.function.BiFunction<Json, String, T> each) {
        if (!(value(name) instanceof JsonArray array)) {
            throw new FormatException(Fault.WRONG_TYPE, path(name), "must be an array");
        }
        if (array.items().size() > maxItems) {
            throw new FormatException(Fault.TOO_LARGE, path(name), "has at most " + maxItems + " items");
        }
        List<T> result = new ArrayList<>(array.items().size());
        for (Json item : array.items()) {
            result.add(each.apply(item, path(name) + "[" + result.size() + "]"));
        }
        return List.copyOf(result);
    }

    private static String text(Json value, String path, int maxLength) {
        if (!(value instanceof JsonString string)) {
            throw new FormatException(Fault.WRONG_TYPE, path, "must be a string");
        }
        if (string.text().length() > maxLength) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, path, "has at most " + maxLength + " characters");
        }
        return string.text();
    }

    /** Refuses members that were never asked for. */
    public void end() {
        for (String name : object.members().keySet()) {
            if (!taken.contains(name)) {
                throw new FormatException(Fault.UNKNOWN_FIELD, path(name), "is not a field here");
            }
        }
    }
}
