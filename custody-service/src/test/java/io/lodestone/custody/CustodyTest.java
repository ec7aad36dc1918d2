package io.lodestone.custody;

import static io.lodestone.custody.Ledger.aDysprosiumOxideLot;
import static io.lodestone.custody.Ledger.aLotOf;
import static io.lodestone.custody.Ledger.aParty;
import static io.lodestone.custody.Ledger.aSite;
import static io.lodestone.custody.Ledger.accepted;
import static io.lodestone.custody.Ledger.anOffer;
import static io.lodestone.custody.Ledger.bearer;
import static io.lodestone.custody.Ledger.registry;
import static io.lodestone.custody.Ledger.statement;
import static io.lodestone.custody.Ledger.submit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.evidence.checkpoint.NoteVerification;
import io.lodestone.evidence.checkpoint.TlogProof;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustodyTest {

    @Test
    void a_lot_is_registered_offered_and_taken_over_and_every_entry_is_proven() throws Exception {
        PartyId refiner = aParty();
        PartyId maker = aParty();
        LotId lot = aLotOf(refiner);
        String key = Ledger.id().toString();
        String offer = "{\"recipient\":\"" + maker + "\",\"title\":\"passes\",\"purpose\":\"sale\","
                + "\"route\":{\"dispatch\":\"CN\",\"destination\":\"JP\"},\"lots\":[{\"lot\":\"" + lot + "\"}]}";

        Response offered = post(bearer(refiner), key, "/transfers", offer);
        offered.then().statusCode(201);
        String transfer = offered.path("transfer");
        assertThat(post(bearer(refiner), key, "/transfers", offer).asString()).isEqualTo(offered.asString());
        post(bearer(refiner), key, "/transfers", offer.replace("sale", "gift"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/statement-id-reused"));
        get(bearer(maker), "/transfers?state=offered")
                .then()
                .statusCode(200)
                .body("items[0].transfer", equalTo(transfer))
                .body("next", nullValue());

        String taken = "{\"lots\":[{\"lot\":\"" + lot + "\",\"weighedKg\":\"27.107\"}]}";
        Response acceptance =
                post(bearer(maker), Ledger.id().toString(), "/transfers/" + transfer + "/acceptance", taken);
        acceptance.then().statusCode(201).body("lots[0].lotVersion", equalTo(3));
        get(bearer(maker), "/lots/" + lot)
                .then()
                .statusCode(200)
                .body("holder", equalTo(maker.toString()))
                .body("owner", equalTo(maker.toString()))
                .body("remainingKg", equalTo("27.107"))
                .body("spendSecret", notNullValue());
        get(registry(), "/lots/" + lot).then().statusCode(200).body("spendSecret", nullValue());
        get(bearer(aParty()), "/lots/" + lot).then().statusCode(404).body("type", endsWith("/not-found"));
        proven(bearer(maker), acceptance.path("index"));
    }

    private static void proven(String bearer, int index) throws Exception {
        Response proof = get(bearer, "/statements/" + index + "/tlog-proof");
        for (int i = 0; i < 50 && proof.statusCode() == 404; i++) {
            proof.then().body("type", endsWith("/not-published")).header("Retry-After", notNullValue());
            Thread.sleep(100);
            proof = get(bearer, "/statements/" + index + "/tlog-proof");
        }
        VerifierKey key = VerifierKey.parse(get(bearer, "/log.vkey").asString().strip());
        byte[] entry = get(bearer, "/statements/" + index + "/entry").asByteArray();
        byte[] before = get(registry(), "/statements/" + (index - 1) + "/entry").asByteArray();
        assertThat(TlogProof.parse(proof.asString()).verify(Digest.leaf(entry), key))
                .isInstanceOf(NoteVerification.Verified.class);
        assertThat(Entry.parse(entry).previous()).contains(Digest.leaf(before));
        get(bearer, "/statements/" + index + "/receipt")
                .then()
                .statusCode(200)
                .body("index", equalTo(index))
                .body("checkpoint", notNullValue())
                .body("record.statement", notNullValue());
        get(bearer, "/statements/0/receipt").then().statusCode(200).body("entry.environment", equalTo("development"));
        given().get("/checkpoint").then().statusCode(200);
    }

    @Test
    void of_200_statements_that_spend_one_lot_version_exactly_one_is_accepted() throws Exception {
        PartyId refiner = aParty();
        PartyId maker = aParty();
        LotId lot = aLotOf(refiner);
        String token = bearer(refiner);
        List<Statement> offers = IntStream.range(0, 200)
                .mapToObj(i -> statement(refiner, anOffer(lot, 1, maker)))
                .toList();

        ExecutorService threads = Executors.newFixedThreadPool(32);
        List<Integer> answers = threads
                .invokeAll(offers.stream()
                        .map(offer -> (java.util.concurrent.Callable<Integer>)
                                () -> submit(token, offer).statusCode())
                        .toList())
                .stream()
                .map(future -> {
                    try {
                        return future.get();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        threads.shutdown();

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(199);
    }

    @Test
    void the_same_id_gives_the_stored_answer_for_the_same_bytes_alone() {
        PartyId refiner = aParty();
        Statement lot = statement(refiner, aDysprosiumOxideLot(aSite(refiner)));
        Response first = submit(registry(), lot);
        accepted(first);
        assertThat(submit(registry(), lot).asString()).isEqualTo(first.asString());
        Statement other = new Statement(
                lot.actor(),
                lot.annexes(),
                aDysprosiumOxideLot(aSite(refiner)),
                lot.id(),
                lot.log(),
                lot.salt(),
                lot.time());
        submit(registry(), other).then().statusCode(409).body("type", endsWith("/statement-id-reused"));
        Statement refused = statement(
                refiner,
                aDysprosiumOxideLot(new io.lodestone.evidence.statement.Site(
                        "CN",
                        new io.lodestone.evidence.statement.FacilityId(Ledger.id()),
                        java.util.Optional.empty(),
                        io.lodestone.evidence.provenance.Places.of("CN"))));
        Response no = submit(registry(), refused);
        no.then().statusCode(422).body("type", endsWith("/facility-unknown")).body("field", equalTo("body.facility"));
        assertThat(submit(registry(), refused).asString()).isEqualTo(no.asString());
    }

    @Test
    void a_registrar_hands_over_no_lots() {
        PartyId party = aParty();
        Statement offer = statement(party, anOffer(Stock.of(party).lot(), 1, aParty()));
        submit(TestTokens.party(party, "registrar").bearer(), offer)
                .then()
                .statusCode(403)
                .body("type", endsWith("/submitter-not-allowed"));
    }

    @Test
    void a_buyer_proves_that_its_lot_was_worked_on_and_does_not_read_how() throws Exception {
        PartyId maker = aParty();
        PartyId buyer = aParty();
        Stock stock = Stock.of(maker);
        int index = submit(registry(), statement(maker, stock.assayed(1))).path("index");
        TransferOffered sale = anOffer(stock.lot(), 2, buyer);
        submit(bearer(maker), statement(maker, sale)).then().statusCode(201);
        submit(bearer(buyer), statement(buyer, Stock.answer(sale, stock.mass())))
                .then()
                .statusCode(201);
        Response receipt = get(bearer(buyer), "/statements/" + index + "/receipt");
        for (int i = 0; i < 50 && receipt.statusCode() == 404; i++) {
            Thread.sleep(100);
            receipt = get(bearer(buyer), "/statements/" + index + "/receipt");
        }
        receipt.then().statusCode(200).body("record", notNullValue()).body("statement", nullValue());
        get(bearer(maker), "/statements/" + index + "/receipt")
                .then()
                .statusCode(200)
                .body("statement", notNullValue());
    }

    @Test
    void only_the_channel_of_a_kind_may_submit_it() {
        PartyId refiner = aParty();
        Statement lot = statement(refiner, aDysprosiumOxideLot(aSite(refiner)));
        submit(bearer(refiner), lot).then().statusCode(403).body("type", endsWith("/submitter-not-allowed"));
        submit(Ledger.certificates(), lot).then().statusCode(403);
        submit(TestTokens.org("lot-registry", "refiner").bearer(), lot).then().statusCode(403);
        accepted(submit(registry(), lot));
        get(bearer(refiner), "/statements?after=0").then().statusCode(403).body("type", endsWith("/role-missing"));
        get(registry(), "/statements?after=0&limit=2").then().statusCode(200).body("items.size()", equalTo(2));
    }

    @Test
    void requests_that_are_not_exactly_a_submission_are_refused() {
        PartyId refiner = aParty();
        String good = Ledger.body(statement(refiner, aDysprosiumOxideLot(aSite(refiner))));
        refused(good.replace("\"signature\":null", "\"signature\":\"x\""), 400, "malformed");
        refused(good.replace("{\"annexes\"", "{\"more\":1,\"annexes\""), 400, "unknown-field");
        refused(good.replace("LotRegistered", "LotImagined"), 422, "kind-unknown");
        refused(good.replace("27107000000", "0"), 422, "mass-not-positive");
        refused(good.replace("27107000000", "1000000000000000001"), 422, "mass-too-large");
        given().contentType("application/json")
                .body(good)
                .post("/statements")
                .then()
                .statusCode(401);
        TestTokens token = TestTokens.service("lot-registry");
        for (String bad : List.of(
                token.bearerUnsigned(),
                token.bearerHs256(),
                token.bearerSignedByAnotherKey(),
                token.expired().bearer(),
                token.audience("lot-registry").bearer())) {
            given().header("Authorization", bad)
                    .contentType("application/json")
                    .body(good)
                    .post("/statements")
                    .then()
                    .statusCode(401);
        }
    }

    private static void refused(String body, int status, String type) {
        given().header("Authorization", registry())
                .contentType("application/json")
                .body(body)
                .post("/statements")
                .then()
                .statusCode(status)
                .body("type", endsWith("/" + type));
    }

    @Test
    void transfers_are_refused_with_their_codes() {
        PartyId refiner = aParty();
        PartyId maker = aParty();
        LotId lot = aLotOf(refiner);
        code(maker, anOffer(lot, 1, refiner), 422, "not-holder");
        code(refiner, anOffer(lot, 2, maker), 409, "lot-moved");
        code(refiner, anOffer(lot, 1, new PartyId(Ledger.id())), 422, "party-unknown");
        accepted(submit(bearer(refiner), statement(refiner, anOffer(lot, 1, maker))));
        code(refiner, anOffer(lot, 2, maker), 409, "lot-offered");
    }

    private static void code(PartyId actor, io.lodestone.evidence.statement.Body body, int status, String code) {
        submit(bearer(actor), statement(actor, body)).then().statusCode(status).body("type", endsWith("/" + code));
    }

    private static Response get(String bearer, String path) {
        return given().header("Authorization", bearer).get(path);
    }

    private static Response post(String bearer, String key, String path, String body) {
        return given().header("Authorization", bearer)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(path);
    }
}
