package io.lodestone.certificates.trust.app;

import io.lodestone.certificates.ledger.LogName;
import io.lodestone.certificates.session.Contexts;
import io.lodestone.certificates.trust.HeldKey;
import io.lodestone.certificates.trust.TrustFolder;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.ids.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The keys of this service. Files are read and made on worker threads, each once; afterwards keys are remembered. */
@Singleton
public class TrustMaterial {

    private final TrustFolder folder;
    private final Clock clock;
    private final ConcurrentMap<PartyId, HeldKey> parties = new ConcurrentHashMap<>();
    private volatile @Nullable HeldKey issuing;

    @Inject
    TrustMaterial(
            @ConfigProperty(name = "lodestone.trust.folder") Path folder,
            @ConfigProperty(name = "lodestone.trust.passphrase-file") Path passphraseFile,
            LogName log,
            Ids ids,
            Clock clock) {
        this.folder = new TrustFolder(folder, passphrase(passphraseFile), log.environment(), ids::random);
        this.clock = clock;
    }

    private static char[] passphrase(Path file) {
        try {
            return Files.readString(file).strip().toCharArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the passphrase of the trust folder cannot be read", e);
        }
    }

    /** The signing key of a party, made at first use. */
    public Uni<HeldKey> keyOf(PartyId party) {
        HeldKey known = parties.get(party);
        return known != null
                ? Uni.createFrom().item(known)
                : Contexts.onWorker(
                        () -> parties.computeIfAbsent(party, it -> folder.party(it, issuing(), clock.instant())));
    }

    public Uni<X509Certificate> root() {
        return Contexts.onWorker(() -> issuing().root());
    }

    /** Every certificate in the folder; makes none. */
    public List<X509Certificate> certificates() {
        return folder.certificates();
    }

    /** Opens the issuing authority, or makes it where that is allowed. */
    public synchronized HeldKey issuing() {
        HeldKey present = issuing;
        if (present == null) {
            present = folder.issuing(clock.instant());
            issuing = present;
        }
        return present;
    }
}
