package io.lodestone.local.identity;

import io.lodestone.local.host.DataDirectory;
import io.lodestone.local.host.PrivateFiles;
import io.lodestone.local.process.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The tokens of every party and service, each in a private file of its own.
 *
 * <p>They are written anew every {@link #REFRESH} while the launcher runs; whoever uses one reads its file again.
 */
public final class TokenFiles {

    /** A third of a token's life: two refreshes may be missed before anybody is locked out. */
    public static final Duration REFRESH = DevelopmentIssuer.LIFE.dividedBy(3);

    private final DataDirectory data;
    private final DevelopmentIssuer issuer;
    private final PartyIds parties;

    public TokenFiles(DataDirectory data, DevelopmentIssuer issuer, PartyIds parties) {
        this.data = data;
        this.issuer = issuer;
        this.parties = parties;
    }

    public void write(Instant now) {
        for (Party party : Party.values()) {
            PrivateFiles.write(data.token(party.id()), issuer.token(claims(party), now));
        }
        for (Service service : Service.values()) {
            PrivateFiles.write(data.token(service.id()), issuer.token(claims(service), now));
        }
    }

    private Claims claims(Party party) {
        return new Claims(
                "person@" + party.id(),
                parties.of(party).toString(),
                party.groups(),
                names(Arrays.asList(Service.values())));
    }

    private static Claims claims(Service service) {
        return new Claims(service.id(), service.id(), List.of("service"), names(service.calls()));
    }

    private static List<String> names(List<Service> services) {
        return services.stream().map(Service::id).toList();
    }
}
