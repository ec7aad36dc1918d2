package io.lodestone.evidence.digest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Standard base64 with padding (RFC 4648 section 4), decoded strictly.
 *
 * <p>{@link java.util.Base64} accepts several spellings of the same bytes (unused bits, missing padding). A ledger has
 * one spelling for one value, so decoding re-encodes and compares.
 */
public final class Base64Text {

    private Base64Text() {}

    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Decodes {@code text}; {@link IllegalArgumentException} unless it is the one spelling of its bytes. */
    public static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(ascii(text));
        if (!encode(bytes).equals(text)) {
            throw new IllegalArgumentException("not standard base64 with padding in its only spelling");
        }
        return bytes;
    }

    public static String encodeUrl(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Decodes unpadded base64url as JOSE uses it (RFC 7515 section 2), with the same strictness. */
    public static byte[] decodeUrl(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(ascii(text));
        if (!encodeUrl(bytes).equals(text)) {
            throw new IllegalArgumentException("not unpadded base64url in its only spelling");
        }
        return bytes;
    }

    private static byte[] ascii(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length != text.length()) {
            throw new IllegalArgumentException("not ASCII");
        }
        return bytes;
    }
}
