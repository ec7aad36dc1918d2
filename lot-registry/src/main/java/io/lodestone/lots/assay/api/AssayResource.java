package io.lodestone.lots.assay.api;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.lots.assay.AssayRequest;
import io.lodestone.lots.assay.app.Assays;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.outbox.Request;
import io.lodestone.lots.outbox.SourceKey;
import io.lodestone.lots.outbox.api.StatementReplies;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

@Path("/lots/{lot}/assays")
public class AssayResource {

    private final Assays assays;
    private final CurrentActor actor;

    @Inject
    AssayResource(Assays assays, CurrentActor actor) {
        this.assays = assays;
        this.actor = actor;
    }

    @POST
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER})
    public Uni<Response> record(
            @PathParam("lot") String lot,
            @HeaderParam(Request.KEY) @Nullable String key,
            @HeaderParam(SourceKey.HEADER) @Nullable String source,
            byte[] body) {
        LotId id = Paths.id(lot, LotId::parse);
        Request<AssayRequest> request =
                Request.read(key, source, "POST /lots/" + id + "/assays", body, AssayRequest::read);
        return assays.record(actor.get(), id, request)
                .map(outcome ->
                        StatementReplies.reply(outcome, AssayResource::described, made -> "/statements/" + made.id()));
    }

    private static JsonObject described(Statement statement) {
        AssayRecorded body = (AssayRecorded) statement.body();
        return Json.object()
                .putWire("assay", body.assay())
                .putWire("lot", body.of().lot())
                .put("lotVersion", body.of().version() + 1)
                .build();
    }
}
