package io.lodestone.custody;

import static io.lodestone.custody.Ledger.accepted;
import static io.lodestone.custody.Ledger.bearer;
import static io.lodestone.custody.Ledger.registry;
import static io.lodestone.custody.Ledger.statement;
import static io.lodestone.custody.Ledger.submit;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.TransferOffered;
import java.util.List;

/** The refusals of statements about pools. */
final class PoolRefusals {

    private static final Mass KG = new Mass(1_000_000_000L);

    private final PartyId party;
    private final PooledStock stock;

    private PoolRefusals(PartyId party) {
        this.party = party;
        this.stock = PooledStock.of(party);
    }

    static Refusals.Case refused(Refusal.Code code, PartyId party) {
        PoolRefusals scene = new PoolRefusals(party);
        return switch (code) {
            case IS_A_POOL -> new Refusals.Case(bearer(party), statement(party, scene.offer()));
            case POOL_UNKNOWN -> scene.material(scene.stock.counted(1, 1));
            case PERIOD_CLOSED -> scene.closedPeriod();
            case PERIOD_UNKNOWN -> scene.closing("2026-10", "2026-12");
            case PERIOD_EXISTS -> scene.closing("2026-11", "2026-11");
            case CREDIT_EXCEEDS_POOL -> scene.credit(CustodyModel.MASS_BALANCE);
            case CREDIT_NOT_ALLOWED -> scene.credit(CustodyModel.SEGREGATED);
            default -> throw new IllegalArgumentException(code.slug());
        };
    }

    private TransferOffered offer() {
        stock.open();
        TransferOffered offer = Ledger.anOffer(stock.pool(), 1, Ledger.aParty());
        return new TransferOffered(
                offer.transfer(),
                offer.recipient(),
                offer.titlePasses(),
                offer.purpose(),
                offer.route(),
                List.of(new TransferOffered.Offered(new LotVersion(stock.pool(), 1), KG)),
                offer.documents(),
                offer.happened());
    }

    private Refusals.Case closing(String period, String next) {
        stock.open();
        return material(stock.book().closed(period, next, Ledger.now()));
    }

    private Refusals.Case closedPeriod() {
        PoolOpened opened = stock.open();
        accepted(submit(registry(), statement(party, stock.book().closed("2026-11", "2026-12", Ledger.now()))));
        stock.book().touched();
        return material(
                stock.book().run(List.of(), List.of(PooledStock.out(KG, CustodyModel.SEGREGATED)), opened.happened()));
    }

    /** One microgram more than the lot that was withdrawn. */
    private Refusals.Case credit(CustodyModel model) {
        stock.open();
        var run = stock.book().run(List.of(), List.of(PooledStock.out(KG, model)), Ledger.now());
        accepted(submit(registry(), statement(party, run)));
        var ran = stock.book().took(run);
        LotVersion lot = new LotVersion(run.outputs().get(0).lot().orElseThrow(), 1);
        return material(stock.book()
                .credit(lot, ran.outputs().get(0), List.of(stock.claim(KG.plus(new Mass(1)))), Ledger.now()));
    }

    private Refusals.Case material(Body body) {
        return new Refusals.Case(registry(), statement(party, body));
    }
}
