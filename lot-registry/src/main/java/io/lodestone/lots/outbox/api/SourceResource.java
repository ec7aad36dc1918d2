package io.lodestone.lots.outbox.api;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.outbox.Paths;
import io.lodestone.lots.outbox.Source;
import io.lodestone.lots.outbox.SourceKey;
import io.lodestone.lots.outbox.store.Sources;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What became of a document of the caller's own system. */
@Path("/sources")
public class SourceResource {

    private final Sources sources;
    private final CurrentActor actor;

    @Inject
    SourceResource(Sources sources, CurrentActor actor) {
        this.sources = sources;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER})
    public Uni<Response> source(@Context UriInfo uri) {
        var parameters = uri.getQueryParameters();
        SourceKey key = SourceKey.query(parameters::getFirst);
        return sources.find(actor.get().party(), key)
                .map(found ->
                        found.map(source -> JsonReply.ok(json(key, source))).orElseThrow(Paths::notFound));
    }

    private static JsonObject json(SourceKey key, Source source) {
        return Json.object()
                .put("key", key.json())
                .put(
                        "lots",
                        Json.strings(source.kept().statement().body().creates().stream()
                                .map(Object::toString)
                                .toList()))
                .put(
                        "statement",
                        StatementReplies.state(
                                source.kept().statement(), source.kept().disposition()))
                .build();
    }
}
