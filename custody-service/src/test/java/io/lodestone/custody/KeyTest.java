package io.lodestone.custody;

import static io.lodestone.custody.KeyRefusals.FIRST;
import static io.lodestone.custody.KeyRefusals.SECOND;
import static io.lodestone.custody.KeyRefusals.added;
import static io.lodestone.custody.KeyRefusals.sent;
import static io.lodestone.custody.KeyRefusals.signed;
import static io.lodestone.custody.Ledger.aParty;
import static io.lodestone.custody.Ledger.accepted;
import static io.lodestone.custody.Ledger.bearer;
import static io.lodestone.custody.Ledger.statement;
import static io.lodestone.custody.Ledger.submit;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyKeyRevoked;
import io.lodestone.evidence.statement.PartyKeyRevoked.Reason;
import io.lodestone.evidence.statement.SigningRequired;
import io.lodestone.evidence.statement.Statement;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeyTest {

    private static ValidatableResponse keys(PartyId party, String query) {
        return given().header("Authorization", bearer(party))
                .get("/keys" + query)
                .then();
    }

    private static Response signedBy(io.lodestone.evidence.testing.TestKey key, String bearer, Statement statement) {
        return submit(bearer, statement, Optional.of(key.sign(statement)));
    }

    @Test
    void a_signature_is_kept_and_its_digest_stands_in_the_record_that_the_entry_commits_to() {
        PartyId party = aParty();
        accepted(submit(bearer(party), statement(party, added(party, FIRST))));
        Statement statement = statement(party, added(party, SECOND));
        Response reply = signedBy(FIRST, bearer(party), statement);
        accepted(reply);
        int index = reply.path("index");
        given().header("Authorization", Ledger.registry())
                .get("/statements?limit=1&after=" + (index - 1))
                .then()
                .body("items[0].record.key", equalTo(FIRST.thumbprint().toString()))
                .body(
                        "items[0].record.signature",
                        equalTo(FIRST.sign(statement).digest().toString()))
                .body("items[0].signature", equalTo(FIRST.sign(statement).toString()));
        // A retry gets the stored answer, whoever signed it this time.
        assertThat(submit(bearer(party), statement).asString()).isEqualTo(reply.asString());
    }

    @Test
    void a_key_that_came_earlier_in_the_same_batch_counts() {
        PartyId party = aParty();
        Statement first = statement(party, added(party, FIRST));
        Statement second = statement(party, added(party, SECOND));
        Statement required = statement(party, new SigningRequired(true));
        Statement revoked = statement(party, new PartyKeyRevoked(FIRST.thumbprint(), Reason.SUPERSEDED));
        Statement late = statement(party, new SigningRequired(false));
        String body = "{\"items\":["
                + String.join(
                        ",",
                        Ledger.body(first),
                        Ledger.body(second, Optional.of(FIRST.sign(second))),
                        Ledger.body(required, Optional.of(SECOND.sign(required))),
                        Ledger.body(revoked, Optional.of(FIRST.sign(revoked))),
                        Ledger.body(late, Optional.of(FIRST.sign(late))))
                + "]}";
        given().header("Authorization", bearer(party))
                .contentType("application/json")
                .body(body)
                .post("/statements/bulk")
                .then()
                .statusCode(200)
                .body("results.status", equalTo(java.util.List.of(201, 201, 201, 201, 409)))
                .body("results[4].problem.type", endsWith("/key-revoked"));
        keys(party, "?limit=1")
                .body("items", hasSize(1))
                .body("items[0].thumbprint", equalTo(FIRST.thumbprint().toString()))
                .body("items[0].key", equalTo(FIRST.key().toString()))
                .body("items[0].state", equalTo("revoked"))
                .body("signingRequired", equalTo(true));
        String next = keys(party, "?limit=1").extract().path("next");
        keys(party, "?cursor=" + next)
                .body("items", hasSize(1))
                .body("items[0].algorithm", equalTo("ES256"))
                .body("items[0].state", equalTo("valid"))
                .body("items[0].revokedIndex", nullValue())
                .body("next", nullValue());
    }

    @Test
    void what_a_party_requires_holds_for_whoever_submits_in_its_name() {
        PartyId party = aParty();
        LotId lot = Ledger.aLotOf(party);
        accepted(submit(bearer(party), statement(party, added(party, FIRST))));
        sent(signed(party, new SigningRequired(true), FIRST));
        Statement facility = statement(party, new FacilityRegistered("CN", new FacilityId(Ledger.id())));
        submit(Ledger.registry(), facility)
                .then()
                .statusCode(422)
                .body("type", endsWith("/signature-required"))
                .body("field", equalTo("signature"));
        String offer =
                "{\"recipient\":\"%s\",\"title\":\"stays\",\"purpose\":\"sale\",\"route\":{\"dispatch\":\"CN\",\"destination\":\"JP\"},\"lots\":[{\"lot\":\"%s\"}]}"
                        .formatted(aParty(), lot);
        given().header("Authorization", bearer(party))
                .contentType("application/json")
                .body(offer)
                .post("/transfers")
                .then()
                .statusCode(422)
                .body("type", endsWith("/signature-required"));
        byte[] prepared = given().header("Authorization", bearer(party))
                .contentType("application/json")
                .body(offer)
                .post("/transfers?prepare=true")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Statement toSign =
                Statement.read(Members.of(CanonicalJson.read(prepared, 1 << 20)).value("statement"));
        given().header("Authorization", bearer(party))
                .contentType("application/json")
                .body(new String(prepared, UTF_8)
                        .replace("\"signature\":null", "\"signature\":\"" + FIRST.sign(toSign) + "\""))
                .post("/statements")
                .then()
                .statusCode(201);
        Statement other = statement(party, new FacilityRegistered("CN", new FacilityId(Ledger.id())));
        accepted(signedBy(FIRST, Ledger.registry(), other));
    }

    @Test
    void a_party_that_signs_states_its_lots_itself() {
        PartyId party = aParty();
        accepted(submit(bearer(party), statement(party, added(party, FIRST))));
        Statement facility = statement(party, new FacilityRegistered("CN", new FacilityId(Ledger.id())));
        submit(bearer(party), facility).then().statusCode(403);
        signedBy(FIRST, bearer(aParty()), facility).then().statusCode(403);
        signedBy(SECOND, bearer(party), facility).then().statusCode(422).body("type", endsWith("/key-unknown"));
        Statement other = statement(party, facility.body());
        accepted(signedBy(FIRST, bearer(party), other));
    }

    @Test
    void a_signature_of_another_form_is_refused_before_anything_is_stored() {
        PartyId party = aParty();
        accepted(submit(bearer(party), statement(party, added(party, FIRST))));
        Statement statement = statement(party, new SigningRequired(true));
        String good = FIRST.sign(statement).toString();
        for (String bad : new String[] {"\"\"", "\"x..y\"", "7", "\"" + good + "=\"", "\"" + "a".repeat(400) + "\""}) {
            given().header("Authorization", bearer(party))
                    .contentType("application/json")
                    .body(Ledger.body(statement, Optional.of(FIRST.sign(statement)))
                            .replace("\"" + good + "\"", bad))
                    .post("/statements")
                    .then()
                    .statusCode(400)
                    .body("field", equalTo("signature"));
        }
        accepted(signedBy(FIRST, bearer(party), statement));
    }

    @Test
    void the_service_says_which_bytes_to_sign() {
        PartyId party = aParty();
        accepted(submit(bearer(party), statement(party, added(party, SECOND))));
        Statement statement = statement(party, new SigningRequired(true));
        var asked = given().header("Authorization", bearer(party))
                .contentType("application/json")
                .body("{\"algorithm\":\"ES256\",\"key\":\"%s\",\"statement\":%s}"
                        .formatted(SECOND.thumbprint(), CanonicalJson.text(statement.json())))
                .post("/statements/signing-input")
                .then()
                .statusCode(200)
                .body("statement", equalTo(statement.digest().toString()))
                .body("canonical", equalTo(Base64Text.encode(statement.bytes())))
                .extract();
        byte[] signature = SECOND.signer().sign(Base64Text.decode(asked.path("input")));
        String jws = asked.path("header") + ".." + Base64Text.encodeUrl(signature);
        accepted(submit(bearer(party), statement, Optional.of(DetachedJws.parse(DetachedJws.STATEMENT, jws))));
        given().header("Authorization", bearer(party))
                .contentType("application/json")
                .body("{\"algorithm\":\"none\",\"key\":\"%s\",\"statement\":%s}"
                        .formatted(SECOND.thumbprint(), CanonicalJson.text(statement.json())))
                .post("/statements/signing-input")
                .then()
                .statusCode(400)
                .body("field", equalTo("algorithm"));
    }

    @Test
    void keys_are_shown_to_whom_the_party_deals_with() {
        Chain chain = new Chain();
        accepted(submit(bearer(chain.owner), statement(chain.owner, added(chain.owner, FIRST))));
        for (PartyId dealing : java.util.List.of(chain.owner, chain.former, chain.holder)) {
            given().header("Authorization", bearer(dealing))
                    .get("/parties/" + chain.owner + "/keys")
                    .then()
                    .statusCode(200)
                    .body("items.thumbprint", hasItem(FIRST.thumbprint().toString()));
        }
        for (PartyId other : java.util.List.of(chain.upstream, chain.recipient, aParty())) {
            given().header("Authorization", bearer(other))
                    .get("/parties/" + chain.owner + "/keys")
                    .then()
                    .statusCode(404);
        }
        given().header("Authorization", bearer(chain.owner))
                .get("/parties/7/keys")
                .then()
                .statusCode(404);
    }
}
