package io.lodestone.custody;

import static io.lodestone.custody.Ledger.accepted;
import static io.lodestone.custody.Ledger.registry;
import static io.lodestone.custody.Ledger.statement;
import static io.lodestone.custody.Ledger.submit;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.Registration;
import io.lodestone.evidence.provenance.RegistrationResult.Registered;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsRecomputed;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Replacement;
import io.lodestone.evidence.statement.Replacement.OfRegistration;
import io.lodestone.evidence.statement.Replacement.OfTransformation;
import io.lodestone.evidence.statement.Statement;
import java.util.List;
import java.util.Optional;

/** A lot with the statement that registered it, and what corrections of that come to. */
record Corrected(Stock stock, Statement registration) {

    static final Mass KG = new Mass(1_000_000_000L);

    static Corrected of(PartyId party) {
        Stock stock = Stock.unregistered(party, Ledger.aSite(party));
        Statement registration = statement(party, stock.registered());
        accepted(submit(registry(), registration));
        return new Corrected(stock, registration);
    }

    Statement accept(Body body) {
        Statement statement = statement(stock.party(), body);
        accepted(submit(registry(), statement));
        return statement;
    }

    /** The same composition in another mass. */
    Correction weighing(Mass mass) {
        LotRegistered lot = stock.registered();
        Digest vector = ((Registered) Registration.vector(mass, lot.material()))
                .vector()
                .digest();
        return replacing(registration, new OfRegistration(mass, lot.material(), lot.profiles(), vector));
    }

    static Correction replacing(Statement statement, Replacement replacement) {
        return new Correction(
                statement.digest(), Ledger.now(), Correction.Reason.REWEIGHING, List.of(), Optional.of(replacement));
    }

    static Correction voiding(Statement statement, LotVersion... lots) {
        return new Correction(
                statement.digest(), Ledger.now(), Correction.Reason.TYPING_ERROR, List.of(lots), Optional.empty());
    }

    LotVersion at(long version) {
        return new LotVersion(stock.lot(), version);
    }

    /** For each refusal that has to do with corrections a statement that gets it. */
    static Refusals.Case refused(Refusal.Code code, PartyId party) {
        Corrected lot = of(party);
        return switch (code) {
            case CORRECTION_PENDING -> {
                lot.accept(lot.weighing(KG));
                yield lot.material(lot.stock.assayed(1));
            }
            case LOT_BLOCKED -> {
                lot.accept(lot.stock.split(new Mass(20 * KG.micrograms())));
                lot.accept(lot.weighing(KG));
                new Auditor().finish();
                yield lot.material(lot.stock.assayed(3));
            }
            case LOT_VOIDED -> {
                lot.accept(voiding(lot.registration, lot.at(1)));
                yield lot.material(lot.stock.assayed(2));
            }
            case LOT_IN_USE -> {
                lot.accept(lot.stock.assayed(1));
                yield lot.material(voiding(lot.registration, lot.at(1)));
            }
            case CORRECTION_DIFFERS ->
                lot.material(replacing(
                        lot.registration,
                        new OfTransformation(
                                List.of(new OfTransformation.Consumed(lot.stock.lot(), KG)),
                                Mass.ZERO,
                                List.of(new OfTransformation.Made(Optional.empty(), KG, KG)))));
            case STATEMENT_UNKNOWN -> of(Ledger.aParty()).material(lot.weighing(KG));
            case CORRECTION_NOT_DUE -> recomputed(Digest.sha256(new byte[0]), lot.at(1));
            case RECOMPUTATION_DIFFERS -> {
                new Auditor().finish();
                Statement correction = lot.accept(lot.weighing(KG));
                yield recomputed(correction.digest(), of(party).at(1));
            }
            default -> throw new IllegalArgumentException(code.slug());
        };
    }

    private Refusals.Case material(Body body) {
        return new Refusals.Case(registry(), statement(stock.party(), body));
    }

    private static Refusals.Case recomputed(Digest correction, LotVersion lot) {
        LotsRecomputed body = new LotsRecomputed(correction, List.of(lot), List.of(), List.of());
        return new Refusals.Case(registry(), statement(Ledger.REGISTRAR, body));
    }
}
