package io.lodestone.evidence.checkpoint;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The characters of a note: well-formed UTF-8 without control characters but the line feed. */
final class NoteText {

    private NoteText() {}

    static String decode(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("not UTF-8");
        }
    }

    static byte[] encode(String text) {
        try {
            ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw malformed("a surrogate stands alone");
        }
    }

    static void check(String text) {
        text.codePoints().forEach(point -> {
            if (point < 0x20 && point != '\n') {
                throw malformed("a control character other than the line feed");
            }
            if (isSurrogate(point)) {
                throw malformed("a surrogate stands alone");
            }
        });
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /** A key name (C2SP signed-note): not empty, no space of any kind, no plus sign. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(it -> it == '+'
                                || Character.isWhitespace(it)
                                || Character.isSpaceChar(it)
                                || Character.isISOControl(it)
                                || isSurrogate(it));
    }

    static FormatException malformed(String reason) {
        return new FormatException(Fault.MALFORMED, "", reason);
    }
}
