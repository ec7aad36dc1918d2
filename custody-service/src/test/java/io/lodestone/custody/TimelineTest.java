package io.lodestone.custody;

import static io.lodestone.custody.Ledger.aParty;
import static io.lodestone.custody.Ledger.bearer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.kit.testing.TestDatabase;
import io.lodestone.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What happened to a lot, as everybody sees it who has to do with it. */
@QuarkusTest
class TimelineTest {

    private static Response timeline(String bearer, LotId lot, String query) {
        return given().header("Authorization", bearer).get("/lots/" + lot + "/timeline" + query);
    }

    private static JsonPath timeline(PartyId party, LotId lot) {
        return timeline(bearer(party), lot, "").then().statusCode(200).extract().jsonPath();
    }

    private static String auditor(PartyId party) {
        return TestTokens.party(party, "auditor").bearer();
    }

    @Test
    void who_has_a_lot_sees_every_version_and_knows_of_those_since_it_has_it() {
        Chain chain = new Chain();
        JsonPath seen = timeline(chain.owner, chain.lot);
        assertThat(seen.getString("lot")).isEqualTo(chain.lot.toString());
        assertThat(seen.getList("items.lotVersion")).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(seen.getList("items.kind"))
                .containsExactly(
                        null,
                        null,
                        null,
                        null,
                        "TransferAccepted",
                        "TransferOffered",
                        "TransferAccepted",
                        "TransferOffered");
        assertThat(seen.getList("items.state"))
                .containsExactly(null, null, null, null, "held", "offered", "held", "offered");
        assertThat(seen.getList("items.holder"))
                .containsExactly(
                        null,
                        null,
                        null,
                        null,
                        chain.owner.toString(),
                        chain.owner.toString(),
                        chain.holder.toString(),
                        chain.holder.toString());
        assertThat(seen.getList("items.owner")).endsWith(chain.owner.toString(), chain.owner.toString());
        assertThat(seen.getList("items.remainingKg")).startsWith(null, null).endsWith("27.107");
        assertThat(seen.getList("items.eventTime").get(0)).isNull();
        assertThat(seen.getString("items[7].eventTime")).isNotNull();
        assertThat(seen.getString("items[0].recordedTime")).isNotNull();
        assertThat(seen.getString("next")).isNull();
    }

    @Test
    void who_has_handed_a_lot_on_sees_it_up_to_then_and_can_prove_that_much() throws InterruptedException {
        Chain chain = new Chain();
        JsonPath seen = timeline(chain.former, chain.lot);
        assertThat(seen.getList("items.kind"))
                .containsExactly(null, null, "TransferAccepted", "TransferOffered", "TransferAccepted");
        assertThat(seen.getString("items[4].holder")).isEqualTo(chain.owner.toString());
        assertThat(timeline(chain.upstream, chain.lot).getList("items.kind"))
                .containsExactly("LotRegistered", "TransferOffered", "TransferAccepted");
        List<Integer> later = timeline(chain.owner, chain.lot).getList("items.index");
        for (String receipt : seen.<String>getList("items.receipt")) {
            assertThat(receipt(chain.former, receipt).statusCode()).isEqualTo(200);
        }
        assertThat((Object) receipt(chain.former, seen.getString("items[0].receipt"))
                        .path("statement"))
                .isNull();
        assertThat((Object) receipt(chain.former, seen.getString("items[3].receipt"))
                        .path("statement"))
                .isNotNull();
        assertThat(receipt(chain.former, "/statements/" + later.get(5) + "/receipt")
                        .statusCode())
                .isEqualTo(404);
    }

    /** Once it is published. */
    private static Response receipt(PartyId party, String path) throws InterruptedException {
        Response answer = given().header("Authorization", bearer(party)).get(path);
        for (int i = 0; i < 100 && answer.asString().contains("not-published"); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
            answer = given().header("Authorization", bearer(party)).get(path);
        }
        return answer;
    }

    @Test
    void to_everybody_else_the_lot_does_not_exist() {
        Chain chain = new Chain();
        LotId unknown = new LotId(Ledger.id());
        for (PartyId stranger : List.of(chain.recipient, chain.downstream, aParty())) {
            Response real = timeline(bearer(stranger), chain.lot, "");
            assertThat(real.statusCode()).isEqualTo(404);
            assertThat(real.asString())
                    .isEqualTo(timeline(bearer(stranger), unknown, "").asString());
        }
        timeline(bearer(chain.owner), chain.other, "").then().statusCode(404);
        timeline(bearer(chain.owner), unknown, "?cursor=%").then().statusCode(400);
        given().header("Authorization", bearer(chain.owner))
                .get("/lots/nothing/timeline")
                .then()
                .statusCode(404);
    }

    @Test
    void how_much_was_left_after_each_statement_is_kept() {
        PartyId party = aParty();
        Stock stock = Stock.of(party);
        Mass part = new Mass(7_000_000_000L);
        Ledger.accepted(Ledger.submit(Ledger.registry(), Ledger.statement(party, stock.split(part, new Mass(1_000)))));
        JsonPath seen = timeline(party, stock.lot());
        assertThat(seen.getList("items.kind")).containsExactly("LotRegistered", "LotsTransformed");
        assertThat(seen.getList("items.remainingUg"))
                .containsExactly(
                        stock.mass().toString(), stock.mass().minus(part).toString());
        Holding replayed = new Auditor().replay().lot(stock.lot());
        assertThat(seen.getString("items[1].remainingUg"))
                .isEqualTo(replayed.remaining().toString());
        assertThat(seen.getString("items[1].state"))
                .isEqualToIgnoringCase(replayed.state().name());
    }

    @Test
    void pages_follow_each_other_without_gap_or_end_that_is_empty() {
        Chain chain = new Chain();
        String bearer = bearer(chain.owner);
        JsonPath first = timeline(bearer, chain.lot, "?limit=4").jsonPath();
        assertThat(first.getList("items.lotVersion")).containsExactly(1, 2, 3, 4);
        JsonPath second = timeline(bearer, chain.lot, "?limit=4&cursor=" + first.getString("next"))
                .jsonPath();
        assertThat(second.getList("items.lotVersion")).containsExactly(5, 6, 7, 8);
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void an_etag_holds_until_something_happens() {
        PartyId party = aParty();
        Stock stock = Stock.of(party);
        String tag = timeline(bearer(party), stock.lot(), "").header("ETag");
        given().header("Authorization", bearer(party))
                .header("If-None-Match", tag)
                .get("/lots/" + stock.lot() + "/timeline")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .header("Cache-Control", equalTo("private, no-cache"));
        Ledger.accepted(Ledger.submit(Ledger.registry(), Ledger.statement(party, stock.assayed(1))));
        given().header("Authorization", bearer(party))
                .header("If-None-Match", tag)
                .get("/lots/" + stock.lot() + "/timeline")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("items.kind", contains("LotRegistered", "AssayRecorded"));
    }

    @Test
    void an_auditor_sees_what_its_granter_does_within_period_and_scope() throws InterruptedException {
        Chain chain = new Chain();
        OffsetDateTime longAgo = Ledger.now().minusDays(1);
        OffsetDateTime later = Ledger.now().plusDays(1);
        PartyId whole = aParty();
        Chain.grant(chain.former, whole, Optional.of(List.of(chain.lot)), longAgo, later);
        timeline(auditor(whole), chain.lot, "")
                .then()
                .statusCode(200)
                .body(
                        "items.kind",
                        contains(
                                nullValue(),
                                nullValue(),
                                equalTo("TransferAccepted"),
                                equalTo("TransferOffered"),
                                equalTo("TransferAccepted")));
        timeline(bearer(whole), chain.lot, "").then().statusCode(404);
        PartyId elsewhere = aParty();
        Chain.grant(chain.owner, elsewhere, Optional.of(List.of(chain.other)), longAgo, later);
        timeline(auditor(elsewhere), chain.lot, "").then().statusCode(404);
        TimeUnit.MILLISECONDS.sleep(5);
        PartyId fromNow = aParty();
        Chain.grant(chain.holder, fromNow, Optional.empty(), Ledger.now(), later);
        timeline(auditor(fromNow), chain.lot, "").then().statusCode(404);
        Chain.state(
                chain.holder,
                new io.lodestone.evidence.statement.TransferCancelled(
                        chain.open.transfer(),
                        List.of(new io.lodestone.evidence.statement.LotVersion(chain.lot, 8)),
                        Ledger.now()));
        timeline(auditor(fromNow), chain.lot, "").then().statusCode(200).body("items.lotVersion", contains(9));
    }

    @Test
    void a_scope_shows_no_statement_that_touches_another_lot_too() {
        PartyId party = aParty();
        Stock stock = Stock.of(party);
        PartyId auditor = aParty();
        OffsetDateTime longAgo = Ledger.now().minusDays(1);
        Chain.grant(party, auditor, Optional.of(List.of(stock.lot())), longAgo, longAgo.plusDays(2));
        Ledger.accepted(Ledger.submit(
                Ledger.registry(), Ledger.statement(party, stock.split(new Mass(2_000), new Mass(1_000)))));
        timeline(auditor(auditor), stock.lot(), "").then().statusCode(200).body("items.lotVersion", contains(1));
        assertThat(timeline(party, stock.lot()).getList("items.lotVersion")).containsExactly(1, 2);
    }

    @Test
    void the_migration_gives_an_older_database_what_it_would_have_kept() throws SQLException, IOException {
        Chain chain = new Chain();
        // Handed on by one who holds it and does not own it.
        Chain.state(chain.recipient, Stock.answer(chain.open, Ledger.LOT_MASS));
        try (Connection db = TestDatabase.asOwner();
                Statement sql = db.createStatement()) {
            db.setAutoCommit(false);
            sql.execute("CREATE TEMP TABLE kept AS TABLE lot_version");
            sql.execute("DELETE FROM lot_version");
            sql.execute(backfill());
            String columns = "SELECT lot, version, log_index, holder, owner FROM ";
            assertThat(count(sql, columns + "kept EXCEPT " + columns + "lot_version"))
                    .isZero();
            assertThat(count(sql, columns + "lot_version EXCEPT " + columns + "kept"))
                    .isZero();
            assertThat(count(sql, "SELECT FROM lot_version")).isGreaterThanOrEqualTo(9);
            assertThat(count(
                            sql,
                            "SELECT FROM lot_version v JOIN holding h ON h.lot = v.lot WHERE (v.version = h.version)"
                                    + " IS DISTINCT FROM ((v.state = h.state AND v.remaining_ug = h.remaining_ug"
                                    + " AND v.spend_secret = h.spend_secret) IS TRUE)"))
                    .isZero();
            db.rollback();
        }
    }

    private static String backfill() throws IOException {
        try (InputStream in = TimelineTest.class.getResourceAsStream("/db/migration/V024__lot_versions.sql")) {
            String migration = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int from = migration.indexOf("INSERT INTO lot_version");
            return migration.substring(from, migration.indexOf(';', from));
        }
    }

    private static long count(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery("SELECT count(*) FROM (" + query + ") AS rows")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
