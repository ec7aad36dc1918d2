package io.lodestone.evidence.signature;

import static io.lodestone.evidence.signature.SignatureVerification.rejected;

import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.signature.SignatureVerification.Verified;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A private key seed in a text file, under a passphrase: PBKDF2-HMAC-SHA256 (RFC 8018) and AES-256-GCM, with all lines
 * above the ciphertext as additional data, so environment and name cannot be changed without the passphrase.
 *
 * <pre>
 * lodestone-sealed-key v1
 * environment: development
 * name: example.com/log
 * iterations: 600000
 * salt: (16 bytes, base64)
 * nonce: (12 bytes, base64)
 *
 * (32 bytes of seed and 16 of tag, base64)
 * </pre>
 */
public record SealedKey(Environment environment, String name, SigningSeed seed) {

    /** What is written: the OWASP figure of 2023 for PBKDF2-HMAC-SHA256. */
    public static final int ITERATIONS = 600_000;

    public static final int SALT_LENGTH = 16;
    public static final int NONCE_LENGTH = 12;

    /** Fewer are too cheap to guess against; more would stall the service that opens a hostile file. */
    private static final int MIN_ITERATIONS = 100_000;

    private static final int MAX_ITERATIONS = 10_000_000;
    private static final int MAX_LENGTH = 1_024;
    private static final int TAG_BITS = 128;
    private static final Pattern NAME = Pattern.compile("[!-~]{1,255}");
    private static final Pattern FILE = Pattern.compile("(lodestone-sealed-key v1\n"
            + "environment: (development|production)\n"
            + "name: ([!-~]{1,255})\n"
            + "iterations: ([1-9][0-9]{0,8})\n"
            + "salt: ([A-Za-z0-9+/=]{24})\n"
            + "nonce: ([A-Za-z0-9+/=]{16})\n"
            + "\n)([A-Za-z0-9+/=]{64})\n");

    public SealedKey {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a key name is 1 to 255 visible ASCII characters");
        }
    }

    /** Writes the file. Salt and nonce are drawn by the caller, anew for every sealing. */
    public String seal(char[] passphrase, byte[] salt, byte[] nonce) {
        if (passphrase.length == 0 || salt.length != SALT_LENGTH || nonce.length != NONCE_LENGTH) {
            throw new IllegalArgumentException("a passphrase, 16 bytes of salt and 12 of nonce are needed");
        }
        String head = "lodestone-sealed-key v1\nenvironment: " + environment.wire() + "\nname: " + name
                + "\niterations: " + ITERATIONS + "\nsalt: " + Base64Text.encode(salt) + "\nnonce: "
                + Base64Text.encode(nonce) + "\n\n";
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, ITERATIONS, nonce, head);
            return head + Base64Text.encode(cipher.doFinal(seed.bytes())) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2 and AES-GCM", e);
        }
    }

    /** Opens a file; a wrong passphrase and a changed file cannot be told apart. */
    public static SignatureVerification<SealedKey> open(String file, char[] passphrase) {
        Optional<Matcher> read = read(file);
        if (read.isEmpty() || passphrase.length == 0) {
            return rejected(SignatureFault.MALFORMED, "not a sealed key file, or no passphrase");
        }
        Matcher match = read.get();
        int iterations = Integer.parseInt(match.group(4));
        if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS) {
            return rejected(
                    SignatureFault.MALFORMED,
                    "iterations must be between " + MIN_ITERATIONS + " and " + MAX_ITERATIONS);
        }
        try {
            byte[] salt = Base64Text.decode(match.group(5));
            byte[] nonce = Base64Text.decode(match.group(6));
            byte[] sealed = Base64Text.decode(match.group(7));
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, passphrase, salt, iterations, nonce, match.group(1));
            SigningSeed seed = SigningSeed.of(cipher.doFinal(sealed));
            return new Verified<>(new SealedKey(Environment.parse(match.group(2)), match.group(3), seed));
        } catch (AEADBadTagException e) {
            return rejected(SignatureFault.NOT_OPENED, "the passphrase is wrong, or the file was changed");
        } catch (IllegalArgumentException e) {
            return rejected(SignatureFault.MALFORMED, String.valueOf(e.getMessage()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2 and AES-GCM", e);
        }
    }

    /** The environment a file claims, before it is opened and so without proof; empty where it is not such a file. */
    public static Optional<Environment> claimedEnvironment(String file) {
        return read(file).map(match -> Environment.parse(match.group(2)));
    }

    private static Optional<Matcher> read(String file) {
        Matcher match = FILE.matcher(file);
        return file.length() <= MAX_LENGTH && match.matches() ? Optional.of(match) : Optional.empty();
    }

    private static Cipher cipher(int mode, char[] passphrase, byte[] salt, int iterations, byte[] nonce, String head)
            throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, iterations, 256);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        spec.clearPassword();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
