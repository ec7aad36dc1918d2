package io.lodestone.evidence.statement;

import io.lodestone.evidence.digest.Base64Text;

/** 128 random bits that keep a digest from being guessed back to its document; base64 text. */
public record Salt(String text) {

    public static final int LENGTH = 16;

    public Salt {
        if (text.length() != 24 || Base64Text.decode(text).length != LENGTH) {
            throw new IllegalArgumentException("must be 16 bytes in base64");
        }
    }

    public static Salt of(byte[] random) {
        return new Salt(Base64Text.encode(random));
    }

    @Override
    public String toString() {
        return text;
    }
}
