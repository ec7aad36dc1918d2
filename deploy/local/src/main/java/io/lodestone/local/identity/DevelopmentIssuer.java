package io.lodestone.local.identity;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.local.host.PrivateFiles;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Signs RS256 tokens (RFC 7515, RFC 7519) with a key whose {@code kid} says {@code development}.
 *
 * <p>The private key stays in one private file; the services get the key set (RFC 7517) only.
 */
public final class DevelopmentIssuer {

    public static final String ISSUER = "https://local.lodestone.example/issuer";
    public static final String KEY_ID = "development";
    public static final Duration LIFE = Duration.ofHours(1);

    private static final int KEY_BITS = 2048;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "-----END PRIVATE KEY-----\n";

    private final RSAPrivateCrtKey key;

    private DevelopmentIssuer(RSAPrivateCrtKey key) {
        this.key = key;
    }

    /** Reads the key, making it first if there is none, and writes the key set beside it. */
    public static DevelopmentIssuer keptIn(Path privateKey, Path keySet) {
        String pem = PrivateFiles.readOrCreate(privateKey, DevelopmentIssuer::fresh);
        String body = pem.replace(BEGIN, "").replace(END, "");
        try {
            byte[] pkcs8 = Base64.getMimeDecoder().decode(body);
            var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            DevelopmentIssuer issuer = new DevelopmentIssuer((RSAPrivateCrtKey) key);
            PrivateFiles.write(keySet, text(issuer.keySet()) + "\n");
            return issuer;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a private RSA key: " + privateKey, e);
        }
    }

    private static String fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            byte[] pkcs8 = generator.generateKeyPair().getPrivate().getEncoded();
            return BEGIN + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pkcs8) + "\n" + END;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    private Json keySet() {
        Json publicKey = Json.object()
                .put("alg", "RS256")
                .put("e", unsigned(key.getPublicExponent()))
                .put("kid", KEY_ID)
                .put("kty", "RSA")
                .put("n", unsigned(key.getModulus()))
                .put("use", "sig")
                .build();
        return Json.object().put("keys", Json.array(List.of(publicKey))).build();
    }

    /** Base64urlUInt of RFC 7518 section 2: big-endian without a leading zero byte. */
    private static String unsigned(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return Base64Text.encodeUrl(bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    /** A token that is valid from {@code now} for an hour. */
    public String token(Claims claims, Instant now) {
        Json header = Json.object()
                .put("alg", "RS256")
                .put("kid", KEY_ID)
                .put("typ", "JWT")
                .build();
        String id = UUID.randomUUID().toString();
        String signed = part(header) + "." + part(claims.toJson(ISSUER, now, LIFE, id));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64Text.encodeUrl(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform signs with RSA", e);
        }
    }

    private static String part(Json json) {
        return Base64Text.encodeUrl(CanonicalJson.bytes(json));
    }

    private static String text(Json json) {
        return new String(CanonicalJson.bytes(json), StandardCharsets.UTF_8);
    }
}
