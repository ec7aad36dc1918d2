package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.kit.testing.TestDatabase;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class PendingTest {

    @Test
    void a_lot_that_is_only_asked_for_is_no_input() throws SQLException {
        Plant maker = plant("DE", "manufacturer");
        LotId known = Scene.registered(maker, "1");
        LotId lot = Scene.lot();
        // A lot that waits while the custody service is well: its statement is leased by an instance that died.
        try (Connection owner = TestDatabase.asOwner();
                Statement sql = owner.createStatement()) {
            sql.execute("""
                    INSERT INTO outbox (actor, statement_id, request_digest, statement, annexes, state, queued_at, due_at)
                    SELECT actor, '%1$s'::uuid, request_digest, statement, annexes, 'QUEUED', now(), now() + interval '1 day'
                    FROM outbox JOIN draft_lot USING (actor, statement_id) WHERE lot = '%2$s';
                    INSERT INTO draft_lot (actor, statement_id, lot, form, mass_ug)
                    VALUES ('%3$s', '%1$s', '%4$s', 'oxide', 1)""".formatted(Scene.id(), known, maker.party(), lot));
        }
        maker.post(
                        "/transformations",
                        Scene.transformation(
                                maker,
                                "split",
                                "[{\"lot\":\"%s\",\"consumedKg\":\"1\"}]".formatted(lot),
                                "[{\"kind\":\"product\",\"form\":\"oxide\"}]"))
                .statusCode(409)
                .body("type", equalTo(Scene.problem("lot-pending")));
    }

    @Test
    void the_service_s_login_cannot_rewrite_what_the_log_said() throws SQLException {
        try (Connection service = TestDatabase.asService();
                Statement sql = service.createStatement()) {
            for (String refused : new String[] {
                "UPDATE statement SET kind = kind",
                "DELETE FROM statement",
                "DELETE FROM lot",
                "UPDATE profile SET bytes = bytes"
            }) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> sql.execute(refused)))
                        .hasMessageContaining("permission denied");
            }
        }
    }
}
