package io.lodestone.custody;

import static io.lodestone.custody.Ledger.accepted;
import static io.lodestone.custody.Ledger.registry;
import static io.lodestone.custody.Ledger.statement;
import static io.lodestone.custody.Ledger.submit;
import static io.restassured.RestAssured.given;

import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.RulesetPublished;
import java.util.List;
import java.util.Optional;

/** Statements from which at least one row of every table follows, a pending correction with them. */
public final class Everything {

    private static final Mass KG = new Mass(1_000_000_000L);

    private Everything() {}

    /** Leaves a correction pending, until {@link #settle}. */
    public static void state() {
        PartyId party = Ledger.aParty();
        settle();
        certified(party);
        pooled(party);
        transferred(party, Ledger.aParty());
        PartyId auditor = Ledger.aParty();
        GrantId grant = Chain.grant(
                party,
                auditor,
                Optional.of(List.of(Ledger.aLotOf(party))),
                Ledger.now(),
                Ledger.now().plusDays(1));
        Chain.withdraw(party, grant);
        signed(party);
        Corrected corrected = Corrected.of(party);
        corrected.accept(corrected.stock().split(KG));
        corrected.accept(corrected.weighing(new Mass(20_000_000_000L)));
    }

    /** A second key, of which the first is revoked, and that it is asked for; the first party states on unsigned. */
    private static void signed(PartyId party) {
        PartyId signing = Ledger.aParty();
        KeyRefusals.state(signing);
        accepted(submit(Ledger.bearer(party), statement(party, KeyRefusals.added(party, KeyRefusals.FIRST))));
    }

    /** Works off what is pending. */
    public static void settle() {
        new Auditor().finish();
    }

    private static void certified(PartyId party) {
        Stock stock = Stock.of(party);
        RulesetPublished ruleset = KindsTest.aRuleset();
        accepted(submit(Ledger.certificates(), statement(Ledger.REGISTRAR, ruleset)));
        accepted(submit(registry(), statement(party, stock.assayed(1))));
        accepted(submit(Ledger.certificates(), statement(party, stock.certified(KG, 2, ruleset.ruleset()))));
    }

    private static void pooled(PartyId party) {
        PooledStock pool = PooledStock.of(party);
        pool.open();
        var run = pool.book().run(List.of(), List.of(PooledStock.out(KG, CustodyModel.MASS_BALANCE)), Ledger.now());
        said(party, run);
        pool.book().took(run);
        said(party, pool.book().closed("2026-11", "2026-12", Ledger.now()));
    }

    private static void said(PartyId party, Body body) {
        accepted(submit(registry(), statement(party, body)));
    }

    private static void transferred(PartyId party, PartyId recipient) {
        Stock stock = Stock.of(party);
        String transfer = post(
                party,
                "/transfers",
                "{\"recipient\":\"" + recipient + "\",\"title\":\"stays\",\"purpose\":\"sale\",\"route\":"
                        + "{\"dispatch\":\"CN\",\"destination\":\"JP\"},\"lots\":[{\"lot\":\"" + stock.lot() + "\"}]}");
        String weighed = "{\"reason\":\"weight\",\"lots\":[{\"lot\":\"" + stock.lot()
                + "\",\"grossKg\":\"28\",\"netKg\":\"27.087\",\"uncertaintyKg\":\"0.004\"}]}";
        post(recipient, "/transfers/" + transfer + "/dispute", weighed);
    }

    private static String post(PartyId party, String path, String body) {
        return given().header("Authorization", Ledger.bearer(party))
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("transfer");
    }
}
