package io.lodestone.certificates.determination.api;

import io.lodestone.certificates.determination.Question;
import io.lodestone.certificates.determination.app.Determining;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonBody;
import io.lodestone.kit.body.JsonReply;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

@Path("/determinations")
public class DeterminationResource {

    private final Determining determining;
    private final CurrentActor actor;

    @Inject
    DeterminationResource(Determining determining, CurrentActor actor) {
        this.determining = determining;
        this.actor = actor;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Name.EXPORTER, Role.Name.MANUFACTURER})
    public Uni<Response> determine(byte[] body) {
        Members members = Members.of(JsonBody.read(body));
        Question question = Question.read(members);
        members.end();
        return determining
                .answer(actor.get(), question, members.json())
                .map(answered -> JsonReply.ok(answered.answer()));
    }
}
