package io.lodestone.lots.description;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * GS1 Digital Link URIs (URI Syntax, release 1.2) in one spelling: https, id.gs1.org, the primary key with its check
 * digit, its qualifiers in their order. Query and fragment say nothing of which thing it is, and are left out.
 */
public final class DigitalLink {

    public static final String SCHEME = "gs1-digital-link";
    public static final int MAX_LENGTH = 512;

    private static final String ROOT = "https://id.gs1.org";
    private static final int MAX_VALUE = 30;

    /** Primary keys by application identifier, with the qualifiers they may have, in order. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "00", List.of(),
            "01", List.of("22", "10", "21"),
            "414", List.of("254"),
            "417", List.of(),
            "8004", List.of());

    private DigitalLink() {}

    /** Whether a text is meant as a link, and not as an identifier of another kind. */
    public static boolean isLink(String text) {
        return text.startsWith("http://") || text.startsWith("https://");
    }

    public static String canonical(String text) {
        URI uri = uri(text);
        List<String> parts = List.of(uri.getRawPath().replaceFirst("^/", "").split("/", -1));
        for (int i = 0; i + 1 < parts.size(); i++) {
            List<String> qualifiers = KEYS.get(parts.get(i));
            if (qualifiers != null) {
                return ROOT
                        + key(parts.get(i), decoded(parts.get(i + 1)))
                        + qualified(parts.subList(i + 2, parts.size()), qualifiers);
            }
        }
        throw new IllegalArgumentException("has no GS1 key (00, 01, 414, 417 or 8004) in its path");
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            if (!isLink(text) || uri.getHost() == null || uri.getRawPath() == null) {
                throw new IllegalArgumentException("must be an http or https URI with a host");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be a URI");
        }
    }

    private static String key(String identifier, String value) {
        String checked = switch (identifier) {
            case "00" -> Gs1.key(value, "an SSCC", Set.of(18));
            case "01" ->
                "0".repeat(14 - Gs1.key(value, "a GTIN", Set.of(8, 12, 13, 14)).length()) + value;
            case "414", "417" -> Gs1.key(value, "a GLN", Set.of(13));
            default -> value(value);
        };
        return "/" + identifier + "/" + encoded(checked);
    }

    private static String qualified(List<String> parts, List<String> allowed) {
        StringBuilder out = new StringBuilder();
        int next = 0;
        for (int i = 0; i < parts.size(); i += 2) {
            int at = allowed.subList(next, allowed.size()).indexOf(parts.get(i));
            if (at < 0 || i + 1 == parts.size()) {
                throw new IllegalArgumentException("has qualifiers that its key does not have, or in another order");
            }
            next += at + 1;
            out.append('/').append(parts.get(i)).append('/').append(encoded(value(decoded(parts.get(i + 1)))));
        }
        return out.toString();
    }

    /** GS1's character set 82. */
    private static String value(String text) {
        if (text.isEmpty() || text.length() > MAX_VALUE || !text.matches("[!\"%&'()*+,./0-9:;<=>?A-Z_a-z-]+")) {
            throw new IllegalArgumentException("has a value that GS1 does not allow");
        }
        return text;
    }

    private static String decoded(String segment) {
        List<Byte> bytes = new ArrayList<>();
        for (int i = 0; i < segment.length(); i++) {
            if (segment.charAt(i) == '%') {
                bytes.add((byte) Integer.parseInt(segment.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.add((byte) segment.charAt(i));
            }
        }
        byte[] raw = new byte[bytes.size()];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = bytes.get(i);
        }
        return new String(raw, StandardCharsets.ISO_8859_1);
    }

    /** RFC 3986: everything but unreserved characters is encoded, in upper case. */
    private static String encoded(String value) {
        StringBuilder out = new StringBuilder();
        for (char c : value.toCharArray()) {
            out.append(String.valueOf(c).matches("[A-Za-z0-9._~-]") ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return out.toString();
    }
}
