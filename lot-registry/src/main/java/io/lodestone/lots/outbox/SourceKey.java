package io.lodestone.lots.outbox;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.Salt;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A caller's own key: where in which of its systems an entry comes from. System and document are never empty; what a
 * system does not have is.
 */
public record SourceKey(String system, String plant, String material, String batch, String document, String item) {

    /** Header of the endpoints that take one entry: the six parts, percent-encoded, with slashes between them. */
    public static final String HEADER = "Lodestone-Source";

    private static final int PARTS = 6;
    private static final int MAX_PART = 64;

    public static SourceKey read(Members in) {
        return of(name -> in.parsed(name, MAX_PART, text -> part(name, text)));
    }

    /** The key in a header; empty where there is none. */
    public static Optional<SourceKey> header(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        String[] parts = header.split("/", -1);
        try {
            if (parts.length != PARTS) {
                throw new IllegalArgumentException("has six parts: system/plant/material/batch/document/item");
            }
            return Optional.of(new SourceKey(
                    decoded("system", parts[0]),
                    decoded("plant", parts[1]),
                    decoded("material", parts[2]),
                    decoded("batch", parts[3]),
                    decoded("document", parts[4]),
                    decoded("item", parts[5])));
        } catch (IllegalArgumentException e) {
            throw new FormatException(Fault.MALFORMED, HEADER, String.valueOf(e.getMessage()));
        }
    }

    /** A plus sign is itself there, other than in a form (RFC 3986 section 2.1). */
    private static String decoded(String name, String part) {
        return part(name, URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    /** The key in the parameters of a query; all six are asked for, for none but the whole key finds anything. */
    public static SourceKey query(Function<String, @Nullable String> parameter) {
        return of(name -> {
            String text = parameter.apply(name);
            if (text == null) {
                throw new FormatException(Fault.MISSING_FIELD, name, "is required");
            }
            try {
                return part(name, text);
            } catch (IllegalArgumentException e) {
                throw new FormatException(Fault.MALFORMED, name, String.valueOf(e.getMessage()));
            }
        });
    }

    private static SourceKey of(Function<String, String> part) {
        return new SourceKey(
                part.apply("system"),
                part.apply("plant"),
                part.apply("material"),
                part.apply("batch"),
                part.apply("document"),
                part.apply("item"));
    }

    private static String part(String name, String text) {
        if (text.length() > MAX_PART || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("has at most " + MAX_PART + " characters, none of them a control one");
        }
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC) || text.indexOf('\uFFFD') >= 0) {
            throw new IllegalArgumentException("must be UTF-8 in normal form C");
        }
        if (text.isBlank() && (name.equals("system") || name.equals("document"))) {
            throw new IllegalArgumentException("must not be blank");
        }
        return text;
    }

    public JsonObject json() {
        return Json.object()
                .put("batch", batch)
                .put("document", document)
                .put("item", item)
                .put("material", material)
                .put("plant", plant)
                .put("system", system)
                .build();
    }

    /** What it is looked up by. Not salted, so it stands in this service's database alone. */
    public Digest digest() {
        return Digest.sha256(CanonicalJson.bytes(json()));
    }

    /** What shows an auditor where an entry came from. */
    public Annex annex(Salt salt) {
        return new Annex(json().with("kind", Json.string("source")), salt);
    }
}
