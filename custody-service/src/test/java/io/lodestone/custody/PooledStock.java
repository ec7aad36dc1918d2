package io.lodestone.custody;

import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Substance;
import io.lodestone.evidence.statement.CreditClaimed.Claim;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.MeasuredElement;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PoolCounted;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.testing.PoolBook;
import java.util.List;
import java.util.Optional;

/** A pool of ten kilograms of dysprosium, of which its holder declares the origin, and what is said about it. */
record PooledStock(PartyId party, LotId pool, OriginProfile origin, PoolBook book) {

    static final Mass TEN_KG = new Mass(10_000_000_000L);

    /** Not opened yet. */
    static PooledStock of(PartyId party) {
        LotId pool = new LotId(Ledger.id());
        PoolBook book = new PoolBook(pool, Ledger.aSite(party));
        OriginProfile origin = Stock.unregistered(party, Ledger.aSite(party))
                .registered()
                .profiles()
                .get(0);
        book.knows(List.of(origin));
        return new PooledStock(party, pool, origin, book);
    }

    PoolOpened open() {
        LotMaterial stock = LotMaterial.ofMass(Substance.parse("Dy"), TEN_KG, origin.digest());
        PoolOpened opened = book.opened("2026-11", TEN_KG, List.of(stock), Ledger.now());
        Ledger.accepted(Ledger.submit(Ledger.registry(), Ledger.statement(party, opened)));
        book.took(opened);
        return opened;
    }

    PoolCounted counted(long dysprosiumUg, long uncertaintyUg) {
        return book.counted(
                List.of(new MeasuredElement(Element.DY, new Mass(dysprosiumUg), new Mass(uncertaintyUg))),
                Ledger.now());
    }

    Claim claim(Mass mass) {
        return new Claim(Element.DY, origin.digest(), mass);
    }

    OriginVector holds() {
        return book.holds();
    }

    static PoolBook.Out out(Mass mass, CustodyModel model) {
        return new PoolBook.Out(
                Optional.of(new LotId(Ledger.id())), DrawOutput.of(OutputKind.PRODUCT, mass, Mass.ZERO), model);
    }
}
