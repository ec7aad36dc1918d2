package io.lodestone.certificates.certificate.api;

import io.lodestone.certificates.IdempotencyKey;
import io.lodestone.certificates.certificate.CertificateRequest;
import io.lodestone.certificates.certificate.IssuedCertificate;
import io.lodestone.certificates.certificate.IssuedCertificate.Refused;
import io.lodestone.certificates.certificate.IssuedCertificate.Signed;
import io.lodestone.certificates.certificate.app.Completion;
import io.lodestone.certificates.certificate.app.Issuance;
import io.lodestone.certificates.problem.CertificateProblem;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonBody;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.kit.problem.KitProblem;
import io.lodestone.kit.problem.LedgerProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

@Path("/certificates")
@RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.EXPORTER})
public class CertificateResource {

    static final String BUNDLE = "application/vnd.lodestone.bundle+json";
    static final String JWT = "application/jwt";

    private final Issuance issuance;
    private final Completion completion;
    private final CurrentActor actor;
    private final Duration wait;

    @Inject
    CertificateResource(
            Issuance issuance,
            Completion completion,
            CurrentActor actor,
            @ConfigProperty(name = "lodestone.certificates.wait") Duration wait) {
        this.issuance = issuance;
        this.completion = completion;
        this.actor = actor;
        this.wait = wait;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> issue(byte[] body, @HeaderParam(IdempotencyKey.HEADER) @Nullable String key) {
        CertificateRequest request = JsonBody.read(body, CertificateRequest::read);
        return issuance.prepare(actor.get(), request, IdempotencyKey.parse(key))
                .flatMap(this::finishInTime)
                .map(CertificateResource::reply);
    }

    /** What is not finished in time, or not while the log is away, is finished without the caller. */
    private Uni<IssuedCertificate> finishInTime(IssuedCertificate prepared) {
        return completion
                .complete(prepared)
                .ifNoItem()
                .after(wait)
                .recoverWithItem(prepared)
                .onFailure(CertificateResource::passes)
                .recoverWithItem(prepared);
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof LedgerProblem problem && problem.type() == KitProblem.UNAVAILABLE;
    }

    private static Response reply(IssuedCertificate certificate) {
        if (certificate.stage() instanceof Refused refused) {
            throw refused.refusal().problem();
        }
        CertificateView view = new CertificateView(certificate);
        return certificate.isFinished()
                ? JsonReply.created(view.path(), view.json())
                : JsonReply.accepted(view.path(), view.json());
    }

    @GET
    @Path("/{id}")
    public Uni<Response> get(@PathParam("id") String id) {
        return find(id).map(certificate -> JsonReply.ok(new CertificateView(certificate).json()));
    }

    @GET
    @Path("/{id}/bundle")
    public Uni<Response> bundle(@PathParam("id") String id) {
        return find(id).map(certificate ->
                document(BUNDLE, signed(certificate).bundle().getBytes()));
    }

    @GET
    @Path("/{id}/jwt")
    public Uni<Response> jwt(@PathParam("id") String id) {
        return find(id).map(certificate -> document(JWT, signed(certificate).jws()));
    }

    private static Response document(String type, Object entity) {
        return Response.ok(entity).header(HttpHeaders.CONTENT_TYPE, type).build();
    }

    private Uni<IssuedCertificate> find(String id) {
        try {
            return issuance.get(actor.get().party(), CertificateId.parse(id));
        } catch (IllegalArgumentException e) {
            throw CertificateProblem.CERTIFICATE_UNKNOWN.because("A certificate's id is a version 7 UUID.");
        }
    }

    private static Signed signed(IssuedCertificate certificate) {
        if (certificate.stage() instanceof Signed signed) {
            return signed;
        }
        LedgerProblem problem = CertificateProblem.CERTIFICATE_NOT_SIGNED.because("Its state says how far it is.");
        throw certificate.isFinished() ? problem : problem.retryAfter(Duration.ofSeconds(1));
    }
}
