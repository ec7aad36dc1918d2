package io.lodestone.certificates.certificate.app;

import io.lodestone.certificates.certificate.IssuedCertificate;
import io.lodestone.certificates.session.Contexts;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Takes up certificates that were left behind: by a crash, by a log that was away, by a caller who did not wait. */
@Singleton
public class Resumption {

    private static final Logger LOG = Logger.getLogger(Resumption.class);
    private static final int BATCH = 16;

    private final Certificates certificates;
    private final Completion completion;
    private final Duration idle;

    @Inject
    Resumption(
            Certificates certificates,
            Completion completion,
            @ConfigProperty(name = "lodestone.certificates.resume-after") Duration idle) {
        this.certificates = certificates;
        this.completion = completion;
        this.idle = idle;
    }

    @Scheduled(every = "{lodestone.certificates.resume-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> resume() {
        return certificates
                .takeUp(idle, BATCH)
                .flatMap(unfinished -> Multi.createFrom()
                        .iterable(unfinished)
                        .onItem()
                        .transformToUniAndMerge(certificate -> Contexts.apart(() -> finish(certificate)))
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    /** One that cannot be finished now must not keep the others; it is taken up again. */
    private Uni<IssuedCertificate> finish(IssuedCertificate certificate) {
        return completion.complete(certificate).onFailure(Exception.class).recoverWithItem(failure -> {
            LOG.warnf(
                    failure,
                    "certificate %s cannot be finished now",
                    certificate.prepared().id());
            return certificate;
        });
    }
}
