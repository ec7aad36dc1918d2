package io.lodestone.custody.webhook.app;

import io.lodestone.custody.webhook.AllowedHosts;
import io.lodestone.custody.webhook.Failure;
import io.lodestone.custody.webhook.HookUrl;
import io.lodestone.custody.webhook.PublicAddress;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Where a URL leads: its name is resolved once, and the address that was looked at is the one to connect to. So a name
 * that resolves differently a moment later leads nowhere else.
 */
public final class Destinations {

    private final AllowedHosts allowed;
    private final Names names;

    public Destinations(AllowedHosts allowed, Names names) {
        this.allowed = allowed;
        this.names = names;
    }

    /** An address, or why there is none. */
    public record Destination(Optional<InetAddress> address, Optional<Failure> refused) {

        static Destination to(InetAddress address) {
            return new Destination(Optional.of(address), Optional.empty());
        }

        static Destination refused(Failure why) {
            return new Destination(Optional.empty(), Optional.of(why));
        }
    }

    public Uni<Destination> of(HookUrl url) {
        return Uni.createFrom().item(() -> look(url)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Destination look(HookUrl url) {
        Optional<Failure> refusal = allowed.refusal(url);
        if (refusal.isPresent()) {
            return Destination.refused(refusal.get());
        }
        List<InetAddress> found;
        try {
            found = names.resolve(url.host());
        } catch (UnknownHostException e) {
            return Destination.refused(Failure.NAME_UNKNOWN);
        }
        // One inner address among several is enough: an honest name has none.
        boolean open = allowed.isInsecure(url) || found.stream().allMatch(PublicAddress::is);
        if (found.isEmpty()) {
            return Destination.refused(Failure.NAME_UNKNOWN);
        }
        return open ? Destination.to(found.get(0)) : Destination.refused(Failure.ADDRESS_REFUSED);
    }
}
