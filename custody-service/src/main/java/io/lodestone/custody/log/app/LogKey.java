package io.lodestone.custody.log.app;

import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.signature.SealedKey;
import io.lodestone.evidence.signature.SignatureVerification;
import io.lodestone.evidence.signature.SigningSeed;
import io.lodestone.kit.ids.Ids;
import io.lodestone.kit.startup.Surroundings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The key that signs checkpoints, out of its sealed file. A key that does not open is a reason not to start, so this
 * bean is made all the same and says what is wrong. On a development machine a missing key is made, once: of
 * replicas that start together the first one makes it.
 */
@Singleton
public class LogKey {

    private final LogSettings settings;
    private final Optional<SealedKey> sealed;
    private final String fault;

    @Inject
    public LogKey(LogSettings settings, Surroundings surroundings, Ids ids) {
        this.settings = settings;
        Optional<SealedKey> opened = Optional.empty();
        String wrong = "";
        try {
            if (surroundings.isDevelopment() && !Files.exists(settings.keyFile())) {
                create(settings, ids);
            }
            SignatureVerification<SealedKey> result = open(settings);
            if (result instanceof SignatureVerification.Verified<SealedKey> verified) {
                opened = Optional.of(verified.value());
            } else if (result instanceof SignatureVerification.Rejected<SealedKey> rejected) {
                wrong = "the log's key file does not open: " + rejected.detail();
            }
        } catch (IOException e) {
            wrong = "the log's key file or its passphrase file cannot be read: " + e.getMessage();
        }
        this.sealed = opened;
        this.fault = wrong;
    }

    private static void create(LogSettings settings, Ids ids) throws IOException {
        Path passphrase = settings.passphraseFile();
        if (!Files.exists(passphrase)) {
            PrivateFile.create(passphrase, ids.next() + "-" + ids.next());
        }
        SealedKey key = new SealedKey(Environment.DEVELOPMENT, settings.origin(), SigningSeed.of(ids.random(32)));
        PrivateFile.create(
                settings.keyFile(),
                key.seal(passphrase(settings), ids.random(SealedKey.SALT_LENGTH), ids.random(SealedKey.NONCE_LENGTH)));
    }

    private static SignatureVerification<SealedKey> open(LogSettings settings) throws IOException {
        return SealedKey.open(Files.readString(settings.keyFile()), passphrase(settings));
    }

    private static char[] passphrase(LogSettings settings) throws IOException {
        return Files.readString(settings.passphraseFile()).strip().toCharArray();
    }

    /** Why there is no key; empty where there is. */
    public Optional<String> fault() {
        return fault.isEmpty() ? Optional.empty() : Optional.of(fault);
    }

    public Environment environment() {
        return key().environment();
    }

    /** The name the key was made for, which must be the log's origin. */
    public String name() {
        return key().name();
    }

    public VerifierKey verifier() {
        return new VerifierKey(settings.origin(), key().seed().publicKey());
    }

    public SignedNote sign(Checkpoint checkpoint) {
        return checkpoint.sign(verifier(), key().seed());
    }

    /** Signs a text that is no checkpoint; {@link IllegalArgumentException} for one that could be read as one. */
    public SignedNote sign(String text) {
        if (text.indexOf('\n') != text.length() - 1) {
            throw new IllegalArgumentException("a text beside checkpoints is one line, so that it cannot be one");
        }
        return SignedNote.sign(text, verifier(), key().seed());
    }

    private SealedKey key() {
        return sealed.orElseThrow(() -> new IllegalStateException(fault));
    }
}
