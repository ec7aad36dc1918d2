package io.lodestone.certificates.trust.api;

import io.lodestone.certificates.trust.app.TrustFiles;
import io.lodestone.kit.body.JsonReply;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The trust file of this ledger, for whoever decides to trust it. */
@Path("/trust")
public class TrustResource {

    private final TrustFiles files;

    @Inject
    TrustResource(TrustFiles files) {
        this.files = files;
    }

    @GET
    @PermitAll
    public Uni<Response> trust() {
        return files.current().map(file -> JsonReply.ok(file.json()));
    }
}
