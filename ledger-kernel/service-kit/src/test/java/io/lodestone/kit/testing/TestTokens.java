package io.lodestone.kit.testing;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.statement.PartyId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Tokens for tests, good and bad. {@code TestTokens.party(refiner, "refiner").bearer()} is a value for the
 * {@code Authorization} header; every other method changes one thing.
 */
public record TestTokens(
        String org, String person, List<String> groups, String audience, String issuer, Instant expires, String kid) {

    public static final String ISSUER = "https://issuer.lodestone.example";
    public static final String KEY_ID = "development-tests";
    /** A signature is dear, and a test asks with the same token often. */
    private static final Map<List<Object>, String> SIGNED = new ConcurrentHashMap<>();

    static final String KEY_FILE = "lodestone.test.token-key";

    public TestTokens {
        groups = List.copyOf(groups);
    }

    public static TestTokens party(PartyId party, String... groups) {
        return org(party.toString(), groups);
    }

    public static TestTokens service(String name) {
        return org(name, "service");
    }

    /** Anyone: for the service under test, for ten minutes or more, of the person {@code person-1}. */
    public static TestTokens org(String org, String... groups) {
        Instant expires = Instant.now().truncatedTo(ChronoUnit.MINUTES).plusSeconds(660);
        return new TestTokens(org, "person-1", List.of(groups), "", ISSUER, expires, KEY_ID);
    }

    public TestTokens person(String sub) {
        return new TestTokens(org, sub, groups, audience, issuer, expires, kid);
    }

    public TestTokens audience(String service) {
        return new TestTokens(org, person, groups, service, issuer, expires, kid);
    }

    public TestTokens issuer(String name) {
        return new TestTokens(org, person, groups, audience, name, expires, kid);
    }

    public TestTokens expires(Instant at) {
        return new TestTokens(org, person, groups, audience, issuer, at, kid);
    }

    public TestTokens expired() {
        return expires(Instant.now().minusSeconds(3_600));
    }

    public TestTokens kid(String name) {
        return new TestTokens(org, person, groups, audience, issuer, expires, name);
    }

    /** The value of an {@code Authorization} header. */
    public String bearer() {
        return "Bearer " + jwt();
    }

    public String jwt() {
        List<Object> by = List.of(System.getProperty(KEY_FILE), this);
        return SIGNED.computeIfAbsent(by, ignored -> rsa("RS256", "SHA256withRSA", issuerKey()));
    }

    public String bearerSignedByAnotherKey() {
        return "Bearer " + rsa("RS256", "SHA256withRSA", newKey().getPrivate());
    }

    public String bearerUnsigned() {
        return "Bearer " + unsigned("none") + ".";
    }

    /** HS256 with the public key as its secret: the classic confusion. */
    public String bearerHs256() {
        String input = unsigned("HS256");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(publicKeyFile(), "HmacSHA256"));
            return "Bearer " + input + "." + Base64Text.encodeUrl(mac.doFinal(ascii(input)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A good signature with one bit of the payload's signature turned. */
    public String bearerWithDamagedSignature() {
        String jwt = jwt();
        int dot = jwt.lastIndexOf('.');
        byte[] signature = Base64Text.decodeUrl(jwt.substring(dot + 1));
        signature[20] ^= 1;
        return "Bearer " + jwt.substring(0, dot + 1) + Base64Text.encodeUrl(signature);
    }

    private String rsa(String algorithm, String name, PrivateKey key) {
        String input = unsigned(algorithm);
        try {
            Signature signer = Signature.getInstance(name);
            signer.initSign(key);
            signer.update(ascii(input));
            return input + "." + Base64Text.encodeUrl(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String unsigned(String algorithm) {
        Json header = Json.object()
                .put("alg", algorithm)
                .put("kid", kid)
                .put("typ", "JWT")
                .build();
        Json claims = Json.object()
                .put("iss", issuer)
                .put("aud", audience.isEmpty() ? serviceUnderTest() : audience)
                .put("sub", person)
                .put("upn", person)
                .put("org", org)
                .put("iat", Math.min(Instant.now().getEpochSecond(), expires.getEpochSecond() - 60))
                .put("exp", expires.getEpochSecond())
                .put("groups", Json.strings(groups))
                .build();
        return Base64Text.encodeUrl(CanonicalJson.bytes(header)) + "."
                + Base64Text.encodeUrl(CanonicalJson.bytes(claims));
    }

    private static String serviceUnderTest() {
        return ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A fresh RSA key. */
    public static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 7517, with one key. */
    public static String jwks(KeyPair pair, String kid) {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        Json jwk = Json.object()
                .put("kty", "RSA")
                .put("kid", kid)
                .put("use", "sig")
                .put("n", unsignedBytes(key.getModulus()))
                .put("e", unsignedBytes(key.getPublicExponent()))
                .build();
        return CanonicalJson.text(
                Json.object().put("keys", Json.array(List.of(jwk))).build());
    }

    private static String unsignedBytes(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return Base64Text.encodeUrl(bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static byte[] publicKeyFile() {
        return read(Path.of(System.getProperty(KEY_FILE)).resolveSibling("jwks.json"));
    }

    private static PrivateKey issuerKey() {
        try {
            byte[] bytes = read(Path.of(System.getProperty(KEY_FILE)));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
