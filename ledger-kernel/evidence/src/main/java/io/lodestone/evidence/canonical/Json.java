package io.lodestone.evidence.canonical;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON value of the canonical profile. Immutable; equal values have equal canonical bytes. */
public sealed interface Json {

    static JsonObject object(Map<String, ? extends Json> members) {
        return new JsonObject(new TreeMap<>(members));
    }

    static ObjectBuilder object() {
        return new ObjectBuilder();
    }

    static JsonArray array(List<? extends Json> items) {
        return new JsonArray(List.copyOf(items));
    }

    static JsonArray strings(List<String> items) {
        return array(items.stream().map(JsonString::new).toList());
    }

    static Json string(@Nullable String text) {
        return text == null ? JsonNull.NULL : new JsonString(text);
    }

    static JsonInteger integer(long value) {
        return new JsonInteger(value);
    }

    /** Members in the order of their UTF-16 code units, which is what RFC 8785 section 3.2.3 asks for. */
    record JsonObject(SortedMap<String, Json> members) implements Json {
        public JsonObject {
            members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        }

        public @Nullable Json get(String name) {
            return members.get(name);
        }

        public JsonObject with(String name, Json value) {
            SortedMap<String, Json> copy = new TreeMap<>(members);
            copy.put(name, value);
            return new JsonObject(copy);
        }
    }

    record JsonArray(List<Json> items) implements Json {
        public JsonArray {
            items = List.copyOf(items);
        }
    }

    record JsonString(String text) implements Json {}

    /** An integer with |value| at most 2^53 - 1, the range in which every JSON reader is exact. */
    record JsonInteger(long value) implements Json {
        public static final long MAX = (1L << 53) - 1;

        public JsonInteger {
            if (value > MAX || value < -MAX) {
                throw new FormatException(Fault.OUT_OF_BOUNDS, "", "an integer must lie within 2^53 - 1");
            }
        }
    }

    enum JsonBoolean implements Json {
        TRUE,
        FALSE;

        public static JsonBoolean of(boolean value) {
            return value ? TRUE : FALSE;
        }
    }

    enum JsonNull implements Json {
        NULL
    }

    /** Collects members; a name given twice is a programming error. */
    final class ObjectBuilder {
        private final SortedMap<String, Json> members = new TreeMap<>();

        public ObjectBuilder put(String name, Json value) {
            if (members.put(name, value) != null) {
                throw new IllegalStateException("member given twice: " + name);
            }
            return this;
        }

        public ObjectBuilder put(String name, @Nullable String text) {
            return put(name, Json.string(text));
        }

        /** A value whose {@code toString} is its wire form: a digest, id, mass or decimal. */
        public ObjectBuilder putWire(String name, Object wire) {
            return put(name, Json.string(wire.toString()));
        }

        /** The same, or the literal null where it is empty. */
        public ObjectBuilder putWire(String name, Optional<?> wire) {
            return put(name, Json.string(wire.map(Object::toString).orElse(null)));
        }

        public ObjectBuilder put(String name, long value) {
            return put(name, Json.integer(value));
        }

        public ObjectBuilder put(String name, boolean value) {
            return put(name, JsonBoolean.of(value));
        }

        public <T> ObjectBuilder put(String name, List<T> items, Function<T, ? extends Json> each) {
            List<Json> list = new ArrayList<>(items.size());
            for (T item : items) {
                list.add(each.apply(item));
            }
            return put(name, new JsonArray(list));
        }

        /** Members that are there only where the value is: those of a later version of a format. */
        public <T> ObjectBuilder with(Optional<T> value, BiFunction<ObjectBuilder, T, ObjectBuilder> put) {
            return value.map(some -> put.apply(this, some)).orElse(this);
        }

        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
