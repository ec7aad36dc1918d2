package io.lodestone.evidence.testing;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.signature.Ed25519;
import io.lodestone.evidence.signature.KeyType;
import io.lodestone.evidence.signature.P256;
import io.lodestone.evidence.signature.PartyPublicKey;
import io.lodestone.evidence.signature.Signer;
import io.lodestone.evidence.signature.Thumbprint;
import io.lodestone.evidence.statement.Statement;
import java.nio.charset.StandardCharsets;

/** A party's key pair, made from a word. */
public record TestKey(PartyPublicKey key, Signer signer) {

    public static TestKey ed25519(String word) {
        byte[] seed = secret(word);
        return new TestKey(
                PartyPublicKey.of(KeyType.ED25519, Ed25519.publicKey(seed)), message -> Ed25519.sign(seed, message));
    }

    public static TestKey p256(String word) {
        byte[] scalar = secret(word);
        return new TestKey(
                PartyPublicKey.of(KeyType.EC_P256, P256.publicKey(scalar)), message -> P256.sign(scalar, message));
    }

    private static byte[] secret(String word) {
        return Digest.sha256(word.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    public Thumbprint thumbprint() {
        return key.thumbprint();
    }

    public DetachedJws sign(Statement statement) {
        return DetachedJws.sign(DetachedJws.STATEMENT, key, statement.bytes(), signer);
    }
}
