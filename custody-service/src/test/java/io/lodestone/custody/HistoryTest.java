package io.lodestone.custody;

import static io.lodestone.custody.Ledger.aParty;
import static io.lodestone.custody.Ledger.bearer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.certificate.TrustFile.TrustedLog;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.history.Comparison;
import io.lodestone.evidence.history.HistoryVerification;
import io.lodestone.evidence.history.HistoryVerification.Incomplete;
import io.lodestone.evidence.history.HistoryVerification.Verified;
import io.lodestone.evidence.history.HistoryVerifier;
import io.lodestone.evidence.history.LotHistory;
import io.lodestone.evidence.history.VerifiedHistory;
import io.lodestone.evidence.history.VerifiedHistory.Place;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferCancelled;
import io.lodestone.kit.testing.TestDatabase;
import io.lodestone.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A lot's own history as its parties take it along. */
@QuarkusTest
class HistoryTest {

    private static Response file(String bearer, LotId lot, String query) {
        return given().header("Authorization", bearer).get("/lots/" + lot + "/history" + query);
    }

    /** Once so many versions are published. */
    private static Response file(PartyId party, LotId lot, int versions) throws InterruptedException {
        Response answer = file(bearer(party), lot, "");
        for (int i = 0; i < 100; i++) {
            if (answer.statusCode() == 200
                    && answer.jsonPath().getList("versions").size() >= versions) {
                return answer;
            }
            TimeUnit.MILLISECONDS.sleep(50);
            answer = file(bearer(party), lot, "");
        }
        throw new AssertionError("never published: " + answer.asString());
    }

    private static HistoryVerification verify(Response file) {
        file.then().statusCode(200);
        VerifierKey key = VerifierKey.parse(given().get("/log.vkey").asString().strip());
        TrustFile trust = new TrustFile(List.of(new TrustedLog(key, Environment.DEVELOPMENT)), List.of(), List.of());
        return new HistoryVerifier(trust).verify(file.asByteArray());
    }

    private static VerifiedHistory verified(Response file) {
        HistoryVerification result = verify(file);
        assertThat(result).isInstanceOf(Verified.class);
        return ((Verified) result).history();
    }

    private static List<Long> versions(VerifiedHistory history) {
        return history.versions().stream().map(Place::version).toList();
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void everybody_who_had_the_lot_takes_along_what_verifies_offline_up_to_its_own_end() throws InterruptedException {
        Chain chain = new Chain();
        VerifiedHistory ofOwner = verified(file(chain.owner, chain.lot, 8));
        assertThat(versions(ofOwner)).isEqualTo(upTo(8));
        assertThat(ofOwner.lot()).isEqualTo(chain.lot);
        assertThat(ofOwner.continues()).isEmpty();
        VerifiedHistory ofFormer = verified(file(chain.former, chain.lot, 5));
        assertThat(versions(ofFormer)).isEqualTo(upTo(5));
        assertThat(versions(verified(file(chain.upstream, chain.lot, 3)))).isEqualTo(upTo(3));
        assertThat(Comparison.of(ofOwner, ofFormer)).isEqualTo(new Comparison.Agreement(5));
        String last = given().header("Authorization", bearer(chain.holder))
                .get("/lots/" + chain.lot)
                .path("spendSecret");
        assertThat(file(chain.owner, chain.lot, 8).asString())
                .doesNotContain(last)
                .doesNotContain(chain.former.toString())
                .doesNotContain(chain.upstream.toString());
        file(bearer(chain.recipient), chain.lot, "").then().statusCode(404);
        file(bearer(chain.owner), chain.lot, "?after=x").then().statusCode(400);
        file(bearer(chain.owner), chain.lot, "?after=8").then().statusCode(404);
    }

    @Test
    void a_long_history_comes_in_files_that_continue_each_other() throws InterruptedException {
        Chain chain = new Chain();
        VerifiedHistory whole = verified(file(chain.owner, chain.lot, 8));
        String bearer = bearer(chain.owner);
        Response first = file(bearer, chain.lot, "?limit=3");
        assertThat(versions(verified(first))).containsExactly(1L, 2L, 3L);
        assertThat(first.header("Link")).isEqualTo("</lots/" + chain.lot + "/history?after=3&limit=3>; rel=\"next\"");
        Response second = file(bearer, chain.lot, "?after=3&limit=3");
        assertThat(versions(verified(second))).containsExactly(4L, 5L, 6L);
        assertThat(verified(second).continues()).contains(verified(first).last().record());
        Response third = file(bearer, chain.lot, "?after=6&limit=3");
        assertThat(versions(verified(third))).containsExactly(7L, 8L);
        assertThat(third.header("Link")).isNull();
        assertThat(verified(third).last().record()).isEqualTo(whole.last().record());
    }

    @Test
    void an_auditor_takes_along_what_follows_without_a_gap() throws InterruptedException {
        Chain chain = new Chain();
        PartyId auditor = aParty();
        TimeUnit.MILLISECONDS.sleep(5);
        Chain.grant(
                chain.holder,
                auditor,
                Optional.empty(),
                Ledger.now(),
                Ledger.now().plusDays(1));
        Chain.state(
                chain.holder,
                new TransferCancelled(chain.open.transfer(), List.of(new LotVersion(chain.lot, 8)), Ledger.now()));
        assertThat(versions(verified(file(chain.holder, chain.lot, 9)))).isEqualTo(upTo(9));
        VerifiedHistory part =
                verified(file(TestTokens.party(auditor, "auditor").bearer(), chain.lot, ""));
        assertThat(versions(part)).containsExactly(9L);
        assertThat(part.continues()).isPresent();
        file(bearer(auditor), chain.lot, "").then().statusCode(404);
    }

    @Test
    void of_other_lots_a_file_holds_ids_versions_and_digests_alone() throws InterruptedException {
        PartyId party = aParty();
        Stock stock = Stock.of(party);
        Ledger.accepted(Ledger.submit(
                Ledger.registry(), Ledger.statement(party, stock.split(new Mass(2_000), new Mass(1_000)))));
        Response file = file(party, stock.lot(), 2);
        assertThat(versions(verified(file))).isEqualTo(upTo(2));
        LotHistory history = LotHistory.parse(file.asByteArray());
        assertThat(history.versions().get(1).record().lots()).hasSize(3);
        assertThat(file.asString()).doesNotContain("massUg").doesNotContain(party.toString());
    }

    @Test
    void a_secret_from_before_they_were_kept_makes_a_file_incomplete() throws InterruptedException, SQLException {
        PartyId party = aParty();
        Stock stock = Stock.of(party);
        Ledger.accepted(Ledger.submit(Ledger.registry(), Ledger.statement(party, stock.assayed(1))));
        assertThat(versions(verified(file(party, stock.lot(), 2)))).isEqualTo(upTo(2));
        try (Connection db = TestDatabase.asOwner()) {
            db.createStatement()
                    .execute("UPDATE lot_version SET state = NULL, remaining_ug = NULL, spend_secret = NULL"
                            + " WHERE version = 1 AND lot = '" + stock.lot() + "'");
        }
        HistoryVerification result = verify(file(bearer(party), stock.lot(), ""));
        assertThat(result).isInstanceOf(Incomplete.class);
        assertThat(((Incomplete) result).missing()).contains("version 1");
        given().header("Authorization", bearer(party))
                .get("/lots/" + stock.lot() + "/timeline")
                .then()
                .statusCode(200)
                .body("items[0].kind", org.hamcrest.Matchers.equalTo("LotRegistered"))
                .body("items[0].state", org.hamcrest.Matchers.nullValue());
    }
}
