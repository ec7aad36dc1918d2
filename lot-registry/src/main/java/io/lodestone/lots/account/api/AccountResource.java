package io.lodestone.lots.account.api;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.actor.CurrentActor;
import io.lodestone.kit.actor.Role;
import io.lodestone.kit.body.JsonBody;
import io.lodestone.kit.body.JsonReply;
import io.lodestone.lots.account.AccountQuery;
import io.lodestone.lots.account.LimitRequest;
import io.lodestone.lots.account.PostedLine;
import io.lodestone.lots.account.app.Accounts;
import io.lodestone.lots.account.app.Limits;
import io.lodestone.lots.csv.Csv;
import io.lodestone.lots.outbox.Paths;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Path("/accounts")
@RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER, Role.Name.AUDITOR})
public class AccountResource {

    private static final String CSV = "text/csv; charset=utf-8; header=present";
    private static final String SVG = "image/svg+xml";

    private final Accounts accounts;
    private final Limits limits;
    private final CurrentActor actor;

    @Inject
    AccountResource(Accounts accounts, Limits limits, CurrentActor actor) {
        this.accounts = accounts;
        this.limits = limits;
        this.actor = actor;
    }

    /** An auditor sees what each party granted, or with {@code party} what that one did. */
    @GET
    public Uni<Response> all(@QueryParam("party") @Nullable String party) {
        return accounts.all(actor.get(), Paths.party(party)).map(JsonReply::ok);
    }

    /** JSON, or with {@code format=csv} the postings alone as CSV. */
    @GET
    @Path("/{facility}")
    public Uni<Response> account(
            @PathParam("facility") String facility,
            @QueryParam("element") @Nullable String element,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("party") @Nullable String party,
            @QueryParam("format") @Nullable String format) {
        FacilityId id = Paths.id(facility, FacilityId::parse);
        Optional<PartyId> as = Paths.party(party);
        AccountQuery query = AccountQuery.of(element, from, to);
        if (format == null || format.equals("json")) {
            return accounts.of(actor.get(), as, id, query).map(JsonReply::ok);
        } else if (format.equals("csv")) {
            return accounts.lines(actor.get(), as, id, query).map(lines -> text(CSV, csv(lines)));
        }
        throw new FormatException(Fault.MALFORMED, "format", "must be json or csv");
    }

    @GET
    @Path("/{facility}/chart")
    public Uni<Response> chart(
            @PathParam("facility") String facility,
            @QueryParam("element") @Nullable String element,
            @QueryParam("party") @Nullable String party) {
        FacilityId id = Paths.id(facility, FacilityId::parse);
        Element of = AccountQuery.of(element, null, null)
                .element()
                .orElseThrow(() -> new FormatException(Fault.MISSING_FIELD, "element", "says which account to draw"));
        return accounts.chart(actor.get(), Paths.party(party), id, of).map(svg -> text(SVG, svg));
    }

    @GET
    @Path("/limits")
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER})
    public Uni<Response> limits(@QueryParam("facility") @Nullable String facility) {
        Optional<FacilityId> id = Optional.ofNullable(facility).map(text -> Paths.id(text, FacilityId::parse));
        return limits.history(actor.get().party(), id).map(JsonReply::ok);
    }

    @PUT
    @Path("/limits")
    @RolesAllowed({Role.Name.REFINER, Role.Name.MANUFACTURER, Role.Name.TRADER})
    public Uni<Response> limit(byte[] body) {
        LimitRequest request = JsonBody.read(body, LimitRequest::read);
        return limits.set(actor.get(), request).map(JsonReply::ok);
    }

    private static String csv(List<PostedLine> lines) {
        return Csv.line(PostedLine.HEADINGS)
                + lines.stream().map(PostedLine::cells).map(Csv::line).collect(Collectors.joining());
    }

    private static Response text(String type, String text) {
        return Response.ok(text.getBytes(StandardCharsets.UTF_8)).type(type).build();
    }
}
