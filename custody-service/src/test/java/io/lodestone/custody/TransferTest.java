package io.lodestone.custody;

import static io.lodestone.custody.Ledger.aLotOf;
import static io.lodestone.custody.Ledger.aParty;
import static io.lodestone.custody.Ledger.bearer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.custody.transfer.app.Expiries;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.WireTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Offers that are not simply accepted, over HTTP. */
@QuarkusTest
class TransferTest {

    @Inject
    Expiries expiries;

    private PartyId refiner;
    private PartyId maker;
    private LotId lot;

    @BeforeEach
    void a_lot_and_somebody_to_offer_it_to() {
        refiner = aParty();
        maker = aParty();
        lot = aLotOf(refiner);
    }

    private String offer(String more) {
        return "{\"recipient\":\"" + maker + "\",\"title\":\"passes\",\"purpose\":\"sale\","
                + "\"route\":{\"dispatch\":\"CN\",\"transit\":[\"KR\"],\"destination\":\"JP\"},\"lots\":[{\"lot\":\""
                + lot
                + "\"}]" + more + "}";
    }

    private String offered(String more) {
        return post(refiner, "/transfers", offer(more))
                .then()
                .statusCode(201)
                .extract()
                .path("transfer");
    }

    private static Response post(PartyId party, String path, String body) {
        return post(party, path, Ledger.id().toString(), body);
    }

    private static Response post(PartyId party, String path, String key, String body) {
        return given().header("Authorization", bearer(party))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private static ValidatableResponse get(PartyId party, String path) {
        return given().header("Authorization", bearer(party)).get(path).then().statusCode(200);
    }

    /** Who replays the log comes to the same, and to one entry for each version of the lot. */
    private void replayed(String transfer, Transfer.State state) {
        Auditor auditor = new Auditor().replay();
        assertThat(auditor.transfer(TransferId.parse(transfer)).state()).isEqualTo(state);
        auditor.agreesOn(lot);
    }

    private String weighed(String net) {
        return "{\"lots\":[{\"lot\":\"" + lot + "\",\"grossKg\":\"28\",\"netKg\":\"" + net
                + "\",\"uncertaintyKg\":\"0.005\"}]";
    }

    @Test
    void a_delivery_that_is_short_is_disputed_and_taken_over_after_all_with_its_discrepancy() {
        String digest = "kex2IAG04m4UQe1qOg9zPxD5vZTGBhAb+AUGuq5n7p0=";
        String transfer = offered(",\"incoterm\":\"FCA\",\"seals\":[\"CN 2\",\"CN 1\"],\"expires\":\""
                + WireTime.text(Instant.now().plusSeconds(86_400)) + "\",\"transport\":[{\"type\":\"bill-of-lading\","
                + "\"number\":\"COSU6123456780\",\"digest\":\"" + digest + "\"}]");
        String dispute = weighed("27.087") + ",\"reason\":\"weight\",\"text\":\"20 g short\"}";
        String key = Ledger.id().toString();

        Response disputed = post(maker, "/transfers/" + transfer + "/dispute", key, dispute);
        disputed.then().statusCode(201).body("transfer", equalTo(transfer)).body("lots[0].lotVersion", equalTo(3));
        assertThat(post(maker, "/transfers/" + transfer + "/dispute", key, dispute)
                        .asString())
                .isEqualTo(disputed.asString());
        post(maker, "/transfers/" + transfer + "/dispute", dispute)
                .then()
                .statusCode(409)
                .body("type", endsWith("/transfer-closed"));

        get(refiner, "/inbox")
                .body("items[0].transfer", equalTo(transfer))
                .body("items[0].waiting", contains("dispute"));
        get(maker, "/inbox").body("items", empty());
        get(refiner, "/transfers/" + transfer)
                .body("state", equalTo("disputed"))
                .body("reason", equalTo("weight"))
                .body("dispute.text", equalTo("20 g short"))
                .body("incoterm", equalTo("FCA"))
                .body("seals", contains("CN 1", "CN 2"))
                .body("transport[0].digest", equalTo(digest))
                .body("route.transit", contains("KR"))
                .body("weighings[0].differenceUg", equalTo("-20000000"))
                .body("weighings[0].differenceKg", equalTo("-0.02"))
                .body("weighings[0].relative", equalTo("20/27107"))
                .body("weighings[0].relativePpm", equalTo("737.817"))
                .body("weighings[0].significant", equalTo(true));
        get(refiner, "/lots/" + lot).body("state", equalTo("offered"));

        post(maker, "/transfers/" + transfer + "/acceptance", weighed("27.104") + "}")
                .then()
                .statusCode(201);
        get(maker, "/transfers/" + transfer)
                .body("state", equalTo("accepted"))
                .body("weighings[1].differenceKg", equalTo("-0.003"))
                .body("weighings[1].significant", equalTo(false));
        replayed(transfer, Transfer.State.ACCEPTED);
        get(maker, "/lots/" + lot).body("holder", equalTo(maker.toString())).body("remainingKg", equalTo("27.107"));
    }

    @Test
    void an_offer_is_taken_back_and_its_lot_offered_to_another() {
        String transfer = offered("");
        post(maker, "/transfers/" + transfer + "/cancellation", "{}")
                .then()
                .statusCode(422)
                .body("type", endsWith("/transfer-unknown"));
        Response cancelled = post(refiner, "/transfers/" + transfer + "/cancellation", "{}");
        cancelled.then().statusCode(201).body("lots[0].lotVersion", equalTo(3));
        post(maker, "/transfers/" + transfer + "/acceptance", weighed("27.107") + "}")
                .then()
                .statusCode(409)
                .body("type", endsWith("/transfer-closed"));
        replayed(transfer, Transfer.State.CANCELLED);
        String second = offered("");
        get(refiner, "/transfers?state=cancelled").body("items.transfer", contains(transfer));
        get(maker, "/transfers?role=recipient&state=offered").body("items.transfer", contains(second));
    }

    @Test
    void a_sender_proves_that_its_offer_was_disputed_and_others_see_nothing_of_it() throws InterruptedException {
        String transfer = offered("");
        int index = post(maker, "/transfers/" + transfer + "/dispute", "{\"reason\":\"seal\",\"text\":\"broken\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("index");
        String path = "/statements/" + index + "/receipt";
        for (int i = 0;
                i < 100
                        && given().header("Authorization", bearer(refiner))
                                        .get(path)
                                        .statusCode()
                                == 404;
                i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        get(refiner, path).body("statement.type", equalTo("TransferDisputed"));
        PartyId third = aParty();
        for (String other : List.of(path, "/transfers/" + transfer)) {
            given().header("Authorization", bearer(third)).get(other).then().statusCode(404);
        }
    }

    @Test
    void a_recipient_that_takes_part_gets_that_part_as_a_lot_of_its_own_id_and_the_rest_stays() {
        Stock stock = Stock.of(refiner);
        lot = stock.lot();
        Mass taken = Mass.parseKg("20");
        LotsTransformed split = stock.split(taken);
        LotId part = split.outputs().get(0).lot().orElseThrow();
        String whole = offered("");
        post(maker, "/transfers/" + whole + "/dispute", "{\"reason\":\"part\"}")
                .then()
                .statusCode(400)
                .body("field", equalTo("lots"));
        String takes = "{\"reason\":\"part\",\"lots\":[{\"lot\":\"" + lot + "\",\"takes\":{\"lot\":\"" + part
                + "\",\"massKg\":\"%s\"}}]}";
        post(
                        maker,
                        "/transfers/" + whole + "/dispute",
                        takes.formatted("20")
                                .replace(part.toString(), aLotOf(maker).toString()))
                .then()
                .statusCode(409)
                .body("type", endsWith("/lot-exists"));
        post(maker, "/transfers/" + whole + "/dispute", takes.formatted("27.107"))
                .then()
                .statusCode(422)
                .body("type", endsWith("/consumes-more-than-left"));
        post(maker, "/transfers/" + whole + "/dispute", takes.formatted("20"))
                .then()
                .statusCode(201);
        get(refiner, "/transfers/" + whole)
                .body("dispute.takes[0].part", equalTo(part.toString()))
                .body("dispute.takes[0].massKg", equalTo("20"));

        // When the sender agrees
        post(refiner, "/transfers/" + whole + "/cancellation", "{}").then().statusCode(201);
        Ledger.accepted(Ledger.submit(Ledger.registry(), Ledger.statement(refiner, stock.at(4, split))));
        String partly = post(refiner, "/transfers", offer("").replace(lot.toString(), part.toString()))
                .then()
                .statusCode(201)
                .extract()
                .path("transfer");
        post(
                        maker,
                        "/transfers/" + partly + "/acceptance",
                        weighed("20").replace(lot.toString(), part.toString()) + "}")
                .then()
                .statusCode(201);

        get(maker, "/lots/" + part).body("remainingKg", equalTo("20")).body("holder", equalTo(maker.toString()));
        get(refiner, "/lots/" + lot).body("remainingKg", equalTo("7.107")).body("holder", equalTo(refiner.toString()));
        new Auditor().replay().agreesOn(part);
    }

    @Test
    void lists_are_narrowed_by_side_counterparty_lot_and_time() {
        String transfer = offered("");
        String before = WireTime.text(Instant.now().minusSeconds(3_600));
        String after = WireTime.text(Instant.now().plusSeconds(3_600));
        for (String query : List.of(
                "role=sender",
                "counterparty=" + maker,
                "lot=" + lot,
                "from=" + before,
                "to=" + after,
                "from=" + before + "&to=" + after + "&lot=" + lot + "&role=sender&state=offered")) {
            get(refiner, "/transfers?" + query).body("items.transfer", contains(transfer));
        }
        for (String query : List.of(
                "role=recipient",
                "counterparty=" + aParty(),
                "lot=" + Ledger.id(),
                "from=" + after,
                "to=" + before,
                "state=expired")) {
            get(refiner, "/transfers?" + query).body("items", empty());
        }
        for (String bad : List.of("role=friend", "state=OFFERED", "lot=1", "from=yesterday", "counterparty=x")) {
            given().header("Authorization", bearer(refiner))
                    .get("/transfers?" + bad)
                    .then()
                    .statusCode(400)
                    .body("field", equalTo(bad.replaceAll("=.*", "")));
        }
    }

    /** An offer that expires soon, but not before a slow machine has sequenced it. */
    private Brief brief() {
        for (long millis = 500; millis < 60_000; millis *= 2) {
            Instant expires = Instant.now().plusMillis(millis);
            Response made = post(refiner, "/transfers", offer(",\"expires\":\"" + WireTime.text(expires) + "\""));
            if (made.statusCode() == 201) {
                return new Brief(made.path("transfer"), expires);
            }
            made.then().statusCode(409).body("type", endsWith("/transfer-expired"));
        }
        throw new AssertionError("no offer is sequenced within a minute");
    }

    private record Brief(String transfer, Instant expires) {}

    @Test
    void an_offer_that_expires_soon_waits_for_both_of_its_parties() {
        offered(",\"expires\":\"" + WireTime.text(Instant.now().plusSeconds(3_600)) + "\"");
        get(maker, "/inbox?days=1").body("items[0].waiting", containsInAnyOrder("offer", "expiring"));
        get(refiner, "/inbox?days=1").body("items[0].waiting", contains("expiring"));
    }

    @Test
    void an_offer_nobody_answered_expires_by_whichever_instance_is_first_and_once() throws InterruptedException {
        String transfer = brief().transfer();
        closed(transfer);

        replayed(transfer, Transfer.State.EXPIRED);
        get(refiner, "/transfers/" + transfer).body("state", equalTo("expired")).body("answeredTime", notNullValue());
        get(refiner, "/inbox").body("items[0].waiting", contains("expired"));
        get(maker, "/inbox").body("items", empty());
        get(refiner, "/lots/" + lot).body("state", equalTo("held")).body("lotVersion", equalTo(3));
        post(maker, "/transfers/" + transfer + "/acceptance", weighed("27.107") + "}")
                .then()
                .statusCode(409)
                .body("type", endsWith("/transfer-closed"));
    }

    /** Two instances at once, until one of them has closed it. */
    private void closed(String transfer) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            var first = expiries.round().subscribeAsCompletionStage();
            var second = expiries.round().subscribeAsCompletionStage();
            first.join();
            second.join();
            String state = get(refiner, "/transfers/" + transfer).extract().path("state");
            if (state.equals("expired")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("is not closed");
    }

    @Test
    void what_comes_after_the_time_of_an_offer_is_refused_though_nobody_has_closed_it() throws InterruptedException {
        Brief offer = brief();
        Instant expires = offer.expires();
        String transfer = offer.transfer();
        TimeUnit.MILLISECONDS.sleep(
                Math.max(1, Duration.between(Instant.now(), expires).toMillis() + 20));
        String type = post(maker, "/transfers/" + transfer + "/acceptance", weighed("27.107") + "}")
                .then()
                .statusCode(409)
                .extract()
                .path("type");
        // The job may have been there in between.
        assertThat(type).matches(".*/transfer-(expired|closed)");
    }

    @Test
    void the_ageing_list_says_how_long_offers_have_been_open() {
        String transfer = offered("");
        get(refiner, "/transfers/ageing")
                .body("buckets.bucket", contains("0-1", "2-7", "8-30", "30+"))
                .body("buckets[0].transfers", equalTo(1))
                .body("buckets[0].massKg", equalTo("27.107"))
                .body("buckets[3].transfers", equalTo(0))
                .body("items[0].transfer", equalTo(transfer))
                .body("items[0].ageDays", equalTo(0))
                .body("complete", equalTo(true));
        String csv = given().header("Authorization", bearer(maker))
                .accept("text/csv")
                .get("/transfers/ageing")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv)
                .contains(transfer + ",recipient," + refiner + ",offered,")
                .endsWith(",0,0-1,1,27.107\r\n");
    }

    @Test
    void requests_that_say_nothing_that_can_be_stated_are_refused_by_field() {
        String transfer = offered("");
        refused("/dispute", "{\"reason\":\"heavy\"}", "reason");
        refused("/dispute", "{\"reason\":\"weight\",\"text\":\" \"}", "text");
        refused("/dispute", "{\"reason\":\"weight\",\"text\":\"" + "x".repeat(2_001) + "\"}", "text");
        refused("/dispute", "{\"reason\":\"weight\",\"more\":1}", "more");
        refused("/dispute", weighed("28.5") + ",\"reason\":\"weight\"}", "lots[0].grossKg");
        refused("/cancellation", "{\"eventTime\":\"today\"}", "eventTime");
        refused("/acceptance", weighed("0") + "}", "lots[0].netKg");
        post(
                        maker,
                        "/transfers/" + transfer + "/dispute",
                        "{\"reason\":\"seal\",\"lots\":[{\"lot\":\"" + Ledger.id()
                                + "\",\"netKg\":\"1\",\"uncertaintyKg\":\"0.1\"}]}")
                .then()
                .statusCode(422)
                .body("type", endsWith("/transfer-unknown"));
        get(maker, "/transfers/" + transfer).body("state", equalTo("offered")).body("dispute", nullValue());
    }

    private void refused(String action, String body, String field) {
        Response answer = post(maker, "/transfers/" + Ledger.id() + action, body);
        assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 422);
        answer.then().body("field", equalTo(field));
    }
}
