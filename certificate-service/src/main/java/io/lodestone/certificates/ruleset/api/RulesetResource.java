package io.lodestone.certificates.ruleset.api;

import io.lodestone.certificates.IdempotencyKey;
import io.lodestone.certificates.problem.PassedOn;
import io.lodestone.certificates.ruleset.Publication;
import io.lodestone.certificates.ruleset.RulesetCatalogue;
import io.lodestone.certificates.ruleset.app.Publications;
import io.lodestone.certificates.ruleset.app.RulesetPublishing;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.ruleset.Ruleset;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonReply;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Path("/rulesets")
public class RulesetResource {

    private final RulesetCatalogue catalogue;
    private final RulesetPublishing publishing;
    private final Publications publications;
    private final CurrentActor actor;

    @Inject
    RulesetResource(
            RulesetCatalogue catalogue, RulesetPublishing publishing, Publications publications, CurrentActor actor) {
        this.catalogue = catalogue;
        this.publishing = publishing;
        this.publications = publications;
        this.actor = actor;
    }

    @GET
    @Authenticated
    public Uni<Response> list() {
        return publications
                .all()
                .map(known -> JsonReply.ok(Json.object()
                        .put("items", views(known), RulesetView::summary)
                        .build()));
    }

    private List<RulesetView> views(List<Publication> known) {
        Map<Digest, Publication> byDigest =
                known.stream().collect(Collectors.toMap(Publication::digest, Function.identity()));
        return catalogue.all().stream()
                .map(ruleset -> new RulesetView(ruleset, java.util.Optional.ofNullable(byDigest.get(ruleset.digest()))))
                .toList();
    }

    @GET
    @Path("/{edition}")
    @Authenticated
    public Uni<Response> get(@PathParam("edition") String edition) {
        Ruleset ruleset = publishing.ruleset(edition);
        return publications.find(ruleset.digest()).map(known -> JsonReply.ok(new RulesetView(ruleset, known).whole()));
    }

    @POST
    @Path("/{edition}/publication")
    @RolesAllowed(Role.Name.REGISTRAR)
    public Uni<Response> publish(
            @PathParam("edition") String edition, @HeaderParam(IdempotencyKey.HEADER) @Nullable String key) {
        return publishing
                .publish(actor.get(), edition, IdempotencyKey.parse(key))
                .map(publication -> reply(publishing.ruleset(edition), publication));
    }

    private static Response reply(Ruleset ruleset, Publication publication) {
        publication.refusal().map(PassedOn::problem).ifPresent(problem -> {
            throw problem;
        });
        return JsonReply.created(
                "/rulesets/" + ruleset.edition(),
                new RulesetView(ruleset, java.util.Optional.of(publication)).summary());
    }
}
