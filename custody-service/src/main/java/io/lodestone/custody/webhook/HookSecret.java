package io.lodestone.custody.webhook;

import io.lodestone.evidence.digest.Base64Text;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a receiver checks deliveries with, by the Standard Webhooks specification 1.0: HMAC-SHA-256 over id, time and body.
 */
public final class HookSecret {

    /** Of those that are made here. */
    public static final int LENGTH = 32;

    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] bytes;

    public HookSecret(byte[] bytes) {
        if (bytes.length < SHORTEST || bytes.length > LONGEST) {
            throw new IllegalArgumentException("a secret has between " + SHORTEST + " and " + LONGEST + " bytes");
        }
        this.bytes = bytes.clone();
    }

    /** As the party is told it, once. */
    public String text() {
        return PREFIX + Base64Text.encode(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Value of the header {@code webhook-signature}. */
    public String signature(String id, Instant time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            mac.update((id + "." + time.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64Text.encode(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
