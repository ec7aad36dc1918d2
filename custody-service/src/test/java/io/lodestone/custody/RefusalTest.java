package io.lodestone.custody;

import static io.lodestone.custody.Ledger.accepted;
import static io.lodestone.custody.Ledger.registry;
import static io.lodestone.custody.Ledger.statement;
import static io.lodestone.custody.Ledger.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.RulesetPublished;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.kit.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class RefusalTest {

    @ParameterizedTest
    @EnumSource(value = Refusal.Code.class, mode = EnumSource.Mode.EXCLUDE, names = "TOO_LARGE")
    void every_refusal_has_its_own_type_and_is_stored(Refusal.Code code) throws SQLException {
        Refusals.Case refused = new Refusals().of(code);

        Response first = submit(refused.bearer(), refused.statement(), refused.signature());

        first.then()
                .statusCode(code.conflict() ? 409 : 422)
                .contentType("application/problem+json")
                .body("type", equalTo("https://lodestone.example/problems/" + code.slug()));
        assertThat(submit(refused.bearer(), refused.statement(), refused.signature())
                        .asString())
                .isEqualTo(first.asString());
        assertThat(stored(refused.statement())).contains(code.slug());
    }

    @Test
    void a_refusal_stands_even_when_its_reason_has_gone() {
        PartyId party = Ledger.aParty();
        FacilityId facility = new FacilityId(Ledger.id());
        Site site = new Site("CN", facility, Optional.empty(), Places.of("CN"));
        Statement early = statement(party, Ledger.aDysprosiumOxideLot(site));
        submit(registry(), early).then().statusCode(422);
        accepted(submit(registry(), statement(party, new FacilityRegistered("CN", facility))));
        submit(registry(), early)
                .then()
                .statusCode(422)
                .body("type", equalTo("https://lodestone.example/problems/facility-unknown"));
        accepted(submit(registry(), statement(party, early.body())));
    }

    @Test
    void what_is_certified_cannot_be_used_up() {
        Stock stock = Stock.of(Ledger.aParty());
        RulesetPublished ruleset = KindsTest.aRuleset();
        accepted(submit(Ledger.certificates(), statement(Ledger.REGISTRAR, ruleset)));
        Mass half = new Mass(stock.mass().micrograms() / 2);
        var certificate = stock.certified(half, 1, ruleset.ruleset());
        accepted(submit(Ledger.certificates(), statement(stock.party(), certificate)));
        var use = stock.split(stock.mass());
        var atTwo = Stock.with(use, java.util.List.of(stock.uses(stock.mass(), 2)), use.outputs());
        submit(registry(), statement(stock.party(), atTwo))
                .then()
                .statusCode(409)
                .body("type", equalTo("https://lodestone.example/problems/certified-mass"))
                .body("field", equalTo("body.inputs[0].consumedUg"));
    }

    private static Optional<String> stored(Statement statement) throws SQLException {
        try (Connection db = TestDatabase.asOwner();
                PreparedStatement query =
                        db.prepareStatement("SELECT code FROM decision WHERE id = ? AND log_index IS NULL")) {
            query.setObject(1, UUID.fromString(statement.id().toString()));
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString("code")) : Optional.empty();
            }
        }
    }
}
