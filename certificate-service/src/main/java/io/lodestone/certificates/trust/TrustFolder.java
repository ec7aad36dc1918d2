package io.lodestone.certificates.trust;

import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.statement.PartyId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * The folder of keys: {@code root.p12} (development only: elsewhere the root key is offline), {@code issuing.p12} and
 * {@code parties/<party id>.p12}. What is missing is made, except authorities outside development.
 */
public final class TrustFolder {

    private static final String SUFFIX = ".p12";
    private static final int NAME_BYTES = 16;

    private final Path folder;
    private final char[] passphrase;
    private final Environment environment;
    private final IntFunction<byte[]> random;

    /** {@code random} gives that many fresh random bytes. */
    public TrustFolder(Path folder, char[] passphrase, Environment environment, IntFunction<byte[]> random) {
        this.folder = folder;
        this.passphrase = passphrase.clone();
        this.environment = environment;
        this.random = random;
    }

    /** The issuing authority; {@link IllegalStateException} where there is none and none may be made. */
    public HeldKey issuing(Instant now) {
        return existing("issuing").orElseGet(() -> {
            if (environment != Environment.DEVELOPMENT) {
                throw new IllegalStateException("there is no issuing authority in " + folder);
            }
            HeldKey root =
                    keep("root", existing("root").orElseGet(() -> maker(now).root()));
            return keep("issuing", maker(now).issuing(root));
        });
    }

    /** The party's signing key. */
    public HeldKey party(PartyId party, HeldKey issuing, Instant now) {
        String name = "parties/" + party;
        return existing(name).orElseGet(() -> keep(name, maker(now).party(issuing, party)));
    }

    /** Every certificate that stands in the folder. */
    public List<X509Certificate> certificates() {
        List<X509Certificate> all = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(SUFFIX))
                        .forEach(file -> all.addAll(
                                open(KeptFiles.read(file).orElseThrow()).chain()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(all);
    }

    private CertificateMaker maker(Instant now) {
        return new CertificateMaker(environment, random, now);
    }

    private Optional<HeldKey> existing(String name) {
        return KeptFiles.read(folder.resolve(name + SUFFIX)).map(this::open);
    }

    private HeldKey keep(String name, HeldKey key) {
        byte[] file = KeyFile.write(key, passphrase);
        return open(KeptFiles.keep(folder.resolve(name + SUFFIX), file, random.apply(NAME_BYTES)));
    }

    private HeldKey open(byte[] file) {
        return KeyFile.read(file, passphrase);
    }
}
