package io.lodestone.custody;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.acceptance.Acceptance;
import io.lodestone.evidence.acceptance.Decision;
import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotsRecomputed;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.evidence.testing.InMemoryLedger;
import io.lodestone.evidence.testing.Recomputer;
import java.time.Instant;
import java.util.Optional;

/**
 * Replays the whole log, statement by statement, in a ledger of its own, which must accept each of them. It knows
 * enough to say what follows from a correction, so it can work off what is pending too.
 */
final class Auditor {

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final Recomputer recomputer = new Recomputer(ledger);
    private long read;

    Auditor replay() {
        for (boolean more = true; more; ) {
            byte[] page = given().header("Authorization", Ledger.registry())
                    .get("/statements?limit=500&after=" + read)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            JsonArray items =
                    (JsonArray) Members.of(CanonicalJson.read(page, 64 << 20)).value("items");
            items.items().forEach(item -> decide(Members.of(item)));
            more = !items.items().isEmpty();
        }
        return this;
    }

    private void decide(Members item) {
        Statement statement = Statement.read(item.value("statement"));
        Instant time = item.parsed("time", 24, WireTime::instant);
        Optional<DetachedJws> signature =
                item.optionalParsed("signature", 320, text -> DetachedJws.parse(DetachedJws.STATEMENT, text));
        Decision decision = Acceptance.decide(statement, signature, ledger, Ledger.ORIGIN, time);
        assertThat(decision).as(statement.body().kind().type()).isInstanceOf(Decision.Accepted.class);
        ledger.apply(statement, ((Decision.Accepted) decision).effects());
        read = item.integer("index", 1, Long.MAX_VALUE >> 11);
        recomputer.told(read, statement);
    }

    /** The next part of what is pending, by the registrar. */
    Optional<Statement> next(int maxSteps) {
        replay();
        return recomputer.next(maxSteps).map(part -> Ledger.statement(Ledger.REGISTRAR, part));
    }

    /** Works off everything that is pending. */
    Auditor finish() {
        for (Optional<Statement> part = next(LotsRecomputed.MAX_STEPS); part.isPresent(); part = next(1_000)) {
            Ledger.accepted(Ledger.submit(Ledger.registry(), part.get()));
        }
        return this;
    }

    Holding lot(LotId lot) {
        return ledger.lot(lot).orElseThrow();
    }

    Transfer transfer(TransferId transfer) {
        return ledger.transfer(transfer).orElseThrow();
    }

    /** The service holds the lot as the replay does. */
    void agreesOn(LotId lot) {
        Holding replayed = lot(lot);
        var live = given().header("Authorization", Ledger.registry())
                .get("/lots/" + lot)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(live.getLong("lotVersion")).isEqualTo(replayed.version());
        assertThat(live.getString("vector")).isEqualTo(replayed.vector().toString());
        assertThat(live.getString("remainingUg")).isEqualTo(replayed.remaining().toString());
        assertThat(live.getString("state"))
                .isEqualToIgnoringCase(replayed.state().name());
        assertThat(live.getString("deficitKg")).isEqualTo(replayed.deficit().toKg());
        assertThat(live.getBoolean("stale")).isEqualTo(replayed.stale());
    }
}
