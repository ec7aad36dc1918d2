package io.lodestone.kit.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.kit.problem.FrameworkProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The documents of a request that brings many, {@code {"items": [...]}}. Each is cut out first and then read by itself
 * under the rules for every body, so that what is wrong with one says nothing about the others. Only what is not JSON
 * at all, or not of that form, is refused as a whole.
 */
public final class BodyItems {

    /** Of the whole request; one document in it has at most the 1 MiB that it would have alone. */
    public static final int MAX_BYTES = 16 << 20;

    private static final String NAME = "items";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(CanonicalJson.MAX_DEPTH)
                    .maxNameLength(256)
                    .maxStringLength(MAX_BYTES)
                    .build())
            .build();

    private BodyItems() {}

    /** One document, not read yet. */
    public record Item(int position, String text) {

        public String path() {
            return NAME + "[" + position + "]";
        }

        /** Its members, whose paths begin with its own; {@link FormatException} unless it is an object of 1 MiB. */
        public Members members() {
            try {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                return Members.of(CanonicalJson.read(bytes, CanonicalJson.MAX_DOCUMENT_BYTES), path());
            } catch (FormatException e) {
                throw e.path().startsWith(path()) ? e : at(e);
            }
        }

        /** A refusal of something in this item, with the path that leads to it from the whole request. */
        public FormatException at(FormatException inner) {
            String separator = inner.path().isEmpty() || inner.path().startsWith("[") ? "" : ".";
            return new FormatException(inner.fault(), path() + separator + inner.path(), inner.reason());
        }
    }

    public static List<Item> read(byte[] body, int maxItems) {
        if (body.length > MAX_BYTES) {
            throw FrameworkProblem.tooLarge(MAX_BYTES);
        }
        String text = decode(body);
        try (JsonParser parser = FACTORY.createParser(text)) {
            return items(parser, text, maxItems);
        } catch (IOException e) {
            throw new FormatException(Fault.MALFORMED, "", "not JSON");
        }
    }

    private static List<Item> items(JsonParser parser, String text, int maxItems) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new FormatException(Fault.WRONG_TYPE, "", "must be an object");
        }
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            throw new FormatException(Fault.MISSING_FIELD, NAME, "is required");
        }
        onlyItems(parser);
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new FormatException(Fault.WRONG_TYPE, NAME, "must be an array");
        }
        List<Item> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == maxItems) {
                throw new FormatException(Fault.TOO_LARGE, NAME, "has at most " + maxItems + " items");
            }
            int start = (int) parser.currentTokenLocation().getCharOffset();
            parser.skipChildren();
            parser.finishToken();
            int end = (int) parser.currentLocation().getCharOffset();
            items.add(new Item(items.size(), text.substring(start, end)));
        }
        if (parser.nextToken() != JsonToken.END_OBJECT) {
            onlyItems(parser);
            throw new FormatException(Fault.MALFORMED, NAME, "a name stands twice");
        }
        if (parser.nextToken() != null) {
            throw new FormatException(Fault.MALFORMED, "", "something follows the document");
        }
        return List.copyOf(items);
    }

    private static void onlyItems(JsonParser parser) throws IOException {
        if (!NAME.equals(parser.currentName())) {
            throw new FormatException(Fault.UNKNOWN_FIELD, "", "has one field, items");
        }
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FormatException(Fault.MALFORMED, "", "not UTF-8");
        }
    }
}
