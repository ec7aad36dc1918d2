package io.lodestone.custody;

import static io.restassured.RestAssured.given;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginProfile.Evidence;
import io.lodestone.evidence.provenance.OriginProfile.Recycled;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.Registration;
import io.lodestone.evidence.provenance.RegistrationResult.Registered;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Substance;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.evidence.statement.TransferOffered.Offered;
import io.lodestone.evidence.statement.TransferOffered.Route;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.kit.testing.TestTokens;
import io.restassured.response.Response;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Parties, lots and statements for tests, and the short way to submit them. */
public final class Ledger {

    public static final String ORIGIN = "test.lodestone.example/log";
    public static final PartyId REGISTRAR = new PartyId(id());
    public static final Mass LOT_MASS = new Mass(27_107_000_000L);

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ledger() {}

    public static Uuid7 id() {
        byte[] random = new byte[10];
        new SecureRandom().nextBytes(random);
        return Uuid7.of(Instant.now().toEpochMilli(), random);
    }

    public static Statement statement(PartyId actor, Body body) {
        byte[] salt = new byte[Salt.LENGTH];
        RANDOM.nextBytes(salt);
        return new Statement(actor, List.of(), body, new StatementId(id()), ORIGIN, Salt.of(salt), Instant.now());
    }

    public static OffsetDateTime now() {
        return Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    public static String body(Statement statement) {
        return body(statement, Optional.empty());
    }

    public static String body(Statement statement, Optional<DetachedJws> signature) {
        return CanonicalJson.text(Json.object()
                .put("annexes", Json.array(List.of()))
                .putWire("signature", signature)
                .put("statement", statement.json())
                .build());
    }

    public static Response submit(String bearer, Statement statement) {
        return submit(bearer, statement, Optional.empty());
    }

    public static Response submit(String bearer, Statement statement, Optional<DetachedJws> signature) {
        return given().header("Authorization", bearer)
                .contentType("application/json")
                .body(body(statement, signature))
                .post("/statements");
    }

    public static String registry() {
        return TestTokens.service("lot-registry").bearer();
    }

    public static String certificates() {
        return TestTokens.service("certificate-service").bearer();
    }

    public static String bearer(PartyId party) {
        return TestTokens.party(party, "refiner").bearer();
    }

    public static void accepted(Response response) {
        response.then().statusCode(201);
    }

    /** The registrar admits itself, which only the first time is accepted, and then a new party. */
    public static PartyId aParty() {
        String registrar = TestTokens.party(REGISTRAR, "registrar").bearer();
        int status = submit(registrar, statement(REGISTRAR, new PartyRegistered("DE", REGISTRAR)))
                .statusCode();
        if (status != 201 && status != 409) {
            throw new AssertionError("registrar: " + status);
        }
        PartyId party = new PartyId(id());
        accepted(submit(registrar, statement(REGISTRAR, new PartyRegistered("CN", party))));
        return party;
    }

    public static Site aSite(PartyId party) {
        FacilityId facility = new FacilityId(id());
        accepted(submit(registry(), statement(party, new FacilityRegistered("CN", facility))));
        return new Site("CN", facility, Optional.empty(), Places.of("CN"));
    }

    public static LotRegistered aDysprosiumOxideLot(Site site) {
        Places china = Places.of("CN");
        OriginProfile profile = new OriginProfile(
                List.of(new OriginStep(OriginStep.Kind.MINED, china, Optional.empty(), china, china)),
                Recycled.NONE,
                Evidence.DECLARED);
        LotMaterial oxide =
                LotMaterial.ofFraction(Substance.parse("Dy2O3"), DecimalText.parse("0.995"), profile.digest());
        OriginVector vector = ((Registered) Registration.vector(LOT_MASS, List.of(oxide))).vector();
        return new LotRegistered(
                new LotId(id()), Form.OXIDE, LOT_MASS, List.of(oxide), List.of(profile), site, vector.digest(), now());
    }

    public static LotId aLotOf(PartyId party) {
        LotRegistered lot = aDysprosiumOxideLot(aSite(party));
        accepted(submit(registry(), statement(party, lot)));
        return lot.lot();
    }

    public static TransferOffered anOffer(LotId lot, long version, PartyId recipient) {
        return new TransferOffered(
                new TransferId(id()),
                recipient,
                true,
                "sale",
                new Route("CN", List.of(), "JP"),
                List.of(new Offered(new LotVersion(lot, version), LOT_MASS)),
                List.<Digest>of(),
                now());
    }
}
