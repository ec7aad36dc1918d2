package io.lodestone.evidence.canonical;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Json.JsonBoolean;
import io.lodestone.evidence.canonical.Json.JsonInteger;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.JsonString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes canonical JSON (RFC 8785, profile of this package).
 *
 * <p>{@link #parse} takes only the canonical spelling; {@link #read} also takes free white space and member order, for
 * files written by people. Both refuse duplicate names, decimals and exponents as numbers, integers beyond 2^53 - 1,
 * strings that are not NFC, and anything over the limits. All refusals are {@link FormatException}.
 */
public final class CanonicalJson {

    /** The largest request body and the largest single document but a bundle. */
    public static final int MAX_DOCUMENT_BYTES = 1 << 20;

    /** Deep enough for a rule tree within a bundle, shallow enough for any stack. */
    public static final int MAX_DEPTH = 48;

    private static final int MAX_MEMBERS = 4_096;
    private static final int MAX_ITEMS = 100_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(20)
                    .maxNameLength(256)
                    .maxStringLength(16 << 20)
                    .build())
            .build();

    private CanonicalJson() {}

    public static byte[] bytes(Json value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    public static String text(Json value) {
        StringBuilder out = new StringBuilder(512);
        CanonicalWriter.write(value, out);
        return out.toString();
    }

    /** Parses canonical bytes of at most {@link #MAX_DOCUMENT_BYTES}. */
    public static Json parse(byte[] bytes) {
        return parse(bytes, MAX_DOCUMENT_BYTES);
    }

    /** Parses canonical bytes; refuses ({@link Fault#NOT_CANONICAL}) any other spelling of the same document. */
    public static Json parse(byte[] bytes, int maxBytes) {
        Json value = read(bytes, maxBytes);
        if (!Arrays.equals(bytes(value), bytes)) {
            throw new FormatException(Fault.NOT_CANONICAL, "", "the bytes are not the canonical form of this document");
        }
        return value;
    }

    /** Reads one JSON document in any layout, with the restrictions of the profile. */
    public static Json read(byte[] bytes, int maxBytes) {
        if (bytes.length > maxBytes) {
            throw new FormatException(Fault.TOO_LARGE, "", "a document has at most " + maxBytes + " bytes");
        }
        try (JsonParser parser = FACTORY.createParser(decode(bytes))) {
            parser.nextToken();
            Json value = value(parser, Place.ROOT);
            if (parser.nextToken() != null) {
                throw malformed("", "something follows the document");
            }
            return value;
        } catch (IOException e) {
            throw malformed("", "not JSON");
        }
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("", "not UTF-8");
        }
    }

    private static Json value(JsonParser parser, Place path) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw malformed(path.toString(), "a value is missing");
        }
        return switch (token) {
            case START_OBJECT -> object(parser, path);
            case START_ARRAY -> array(parser, path);
            case VALUE_STRING -> new JsonString(text(parser.getText(), path));
            case VALUE_NUMBER_INT -> integer(parser.getText(), path);
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            default ->
                throw new FormatException(
                        Fault.WRONG_TYPE, path.toString(), "a number must be an integer; decimals are strings");
        };
    }

    private static Json integer(String text, Place path) {
        if (text.length() > 17 || text.equals("-0")) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, path.toString(), "an integer must lie within 2^53 - 1");
        }
        long value = Long.parseLong(text);
        if (value > JsonInteger.MAX || value < -JsonInteger.MAX) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, path.toString(), "an integer must lie within 2^53 - 1");
        }
        return new JsonInteger(value);
    }

    private static Json object(JsonParser parser, Place path) throws IOException {
        SortedMap<String, Json> members = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = text(parser.currentName(), path);
            Place inner = new Place(path, name, -1);
            parser.nextToken();
            if (members.put(name, value(parser, inner)) != null) {
                throw malformed(inner.toString(), "a name stands twice");
            }
            if (members.size() > MAX_MEMBERS) {
                throw new FormatException(
                        Fault.TOO_LARGE, path.toString(), "an object has at most " + MAX_MEMBERS + " members");
            }
        }
        return new JsonObject(members);
    }

    private static Json array(JsonParser parser, Place path) throws IOException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, new Place(path, "", items.size())));
            if (items.size() > MAX_ITEMS) {
                throw new FormatException(
                        Fault.TOO_LARGE, path.toString(), "an array has at most " + MAX_ITEMS + " items");
            }
        }
        return new JsonArray(items);
    }

    private static String text(String text, Place path) {
        try {
            return CanonicalText.check(text, "");
        } catch (FormatException e) {
            throw new FormatException(e.fault(), path.toString(), e.reason());
        }
    }

    /** Where the reader is, written out only for a refusal: a deep path for every item would cost more than the item. */
    private record Place(@Nullable Place parent, String name, int item) {

        static final Place ROOT = new Place(null, "", -1);

        @Override
        public String toString() {
            if (parent == null) {
                return "";
            }
            String outer = parent.toString();
            if (item >= 0) {
                return outer + "[" + item + "]";
            }
            return outer.isEmpty() ? name : outer + "." + name;
        }
    }

    private static FormatException malformed(String path, String reason) {
        return new FormatException(Fault.MALFORMED, path, reason);
    }
}
