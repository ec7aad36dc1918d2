package io.lodestone.custody.statement.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.custody.Ledger;
import io.lodestone.custody.statement.Submission;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.kit.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table that accepting and publishing an offer writes to, each way in which the write can go wrong. */
@QuarkusTest
class EachWriteTest {

    private static final List<String> ACCEPTING = List.of(
            "decision",
            "statement",
            "annex",
            "acceptance_record",
            "entry",
            "nullifier",
            "holding",
            "transfer",
            "transfer_lot",
            "log_head");
    private static final List<String> PUBLISHING = List.of("tile", "publication", "published_checkpoint");
    private static final int RETRIES = 5;
    private static final int LOOKS = 2_000;

    static Stream<Arguments> accepting() {
        return each(ACCEPTING);
    }

    static Stream<Arguments> publishing() {
        return each(PUBLISHING);
    }

    private static Stream<Arguments> each(List<String> tables) {
        return tables.stream().flatMap(table -> Stream.of(Fault.Kind.values()).map(kind -> Arguments.of(table, kind)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("accepting")
    void what_is_sent_again_after_a_failed_write_is_one_entry(String table, Fault.Kind kind) throws SQLException {
        PartyId sender = Ledger.aParty();
        Submission offer = anOffer(sender);
        long before = entries();
        try (Fault fault = Fault.in(table, kind)) {
            submit(sender, offer).then().statusCode(503);
            assertThat(entries()).isEqualTo(before);
            long index = accepted(sender, offer);
            assertThat(fault.writes()).isGreaterThan(1);
            assertThat(index).isEqualTo(before);
        }
        assertThat(accepted(sender, offer)).isEqualTo(before);
        assertThat(entries()).isEqualTo(before + 1);
        isOneEntry(offer, before);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("publishing")
    void what_could_not_be_published_is_published_later(String table, Fault.Kind kind) throws SQLException {
        PartyId sender = Ledger.aParty();
        Submission offer = anOffer(sender);
        long index;
        try (Fault fault = Fault.in(table, kind)) {
            index = accepted(sender, offer);
            proven(sender, index);
            assertThat(fault.writes()).isGreaterThan(1);
        }
        isOneEntry(offer, index);
    }

    private static Submission anOffer(PartyId sender) {
        LotId lot = Ledger.aLotOf(sender);
        Annex annex = Annex.person("person-1", Salt.of(new byte[Salt.LENGTH]));
        Statement plain = Ledger.statement(sender, Ledger.anOffer(lot, 1, Ledger.aParty()));
        Statement offer = new Statement(
                sender,
                List.<Digest>of(annex.digest()),
                plain.body(),
                new StatementId(Ledger.id()),
                Ledger.ORIGIN,
                plain.salt(),
                Instant.now());
        return new Submission(offer, List.of(annex));
    }

    private static Response submit(PartyId sender, Submission offer) {
        return given().header("Authorization", Ledger.bearer(sender))
                .contentType("application/json")
                .body(CanonicalJson.text(offer.json()))
                .post("/statements");
    }

    private static long accepted(PartyId sender, Submission offer) {
        for (int i = 0; i < RETRIES; i++) {
            Response answer = submit(sender, offer);
            if (answer.statusCode() == 201) {
                return answer.jsonPath().getLong("index");
            }
            answer.then().statusCode(503);
        }
        throw new AssertionError("not accepted after " + RETRIES + " tries");
    }

    /** Waits until a checkpoint covers it and asks for the receipt, which is proven to the asked size. */
    private static void proven(PartyId sender, long index) {
        for (int i = 0; i < LOOKS; i++) {
            long size = Long.parseLong(given().get("/checkpoint").asString().split("\n", 3)[1]);
            if (size > index) {
                given().header("Authorization", Ledger.bearer(sender))
                        .get("/statements/" + index + "/receipt")
                        .then()
                        .statusCode(200);
                return;
            }
        }
        throw new AssertionError("not published");
    }

    private static void isOneEntry(Submission offer, long index) throws SQLException {
        try (Connection db = TestDatabase.asOwner();
                PreparedStatement query = db.prepareStatement(
                        "SELECT log_index FROM statement WHERE id = ? UNION ALL SELECT log_index FROM decision WHERE id = ?")) {
            query.setObject(1, offer.statement().id().value().value());
            query.setObject(2, offer.statement().id().value().value());
            try (ResultSet rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(index);
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(index);
                assertThat(rows.next()).isFalse();
            }
        }
    }

    /** The head's size, which is the number of entries. */
    private static long entries() throws SQLException {
        try (Connection db = TestDatabase.asOwner();
                ResultSet rows =
                        db.createStatement().executeQuery("SELECT size, (SELECT count(*) FROM entry) FROM log_head")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getLong(1)).isEqualTo(rows.getLong(2));
            return rows.getLong(1);
        }
    }
}
