package io.lodestone.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Map;

/** Makes a token issuer for the module: its public key as a JWKS file, its private key where {@link TestTokens} look. */
public final class TokenResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        KeyPair pair = TestTokens.newKey();
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            Path folder = Files.createTempDirectory(target, "tokens-");
            Path keys = folder.resolve("jwks.json");
            Path privateKey = folder.resolve("issuer.pkcs8");
            Path own = folder.resolve("service.token");
            Files.writeString(keys, TestTokens.jwks(pair, TestTokens.KEY_ID));
            Files.write(privateKey, pair.getPrivate().getEncoded());
            // Tests run in another class loader than this: a property is what both see.
            System.setProperty(TestTokens.KEY_FILE, privateKey.toString());
            Files.writeString(
                    own,
                    TestTokens.service("test-service").audience("lot-registry").jwt());
            return Map.of(
                    "lodestone.token.issuer", TestTokens.ISSUER,
                    "lodestone.token.keys", keys.toUri().toString(),
                    "lodestone.service-token.file", own.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the test issuer could not be made", e);
        }
    }

    @Override
    public void stop() {
        System.clearProperty(TestTokens.KEY_FILE);
    }
}
