package io.lodestone.custody;

import static io.lodestone.custody.Ledger.aParty;
import static io.lodestone.custody.Ledger.anOffer;
import static io.lodestone.custody.Ledger.bearer;
import static io.lodestone.custody.Ledger.certificates;
import static io.lodestone.custody.Ledger.registry;
import static io.lodestone.custody.Ledger.statement;
import static io.lodestone.custody.Ledger.submit;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Substance;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Process;
import io.lodestone.evidence.statement.RulesetPublished;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.TransferOffered;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** For each code of refusal a statement that gets it, after all that has to be in the ledger for that. */
final class Refusals {

    /** A statement, and the channel it comes by. */
    record Case(String bearer, Statement statement, Optional<DetachedJws> signature) {

        Case(String bearer, Statement statement) {
            this(bearer, statement, Optional.empty());
        }
    }

    private static final Mass KG = new Mass(1_000_000_000L);

    private final PartyId party = aParty();
    private final PartyId other = aParty();

    Case of(Refusal.Code code) {
        return switch (code) {
            case PARTY_UNKNOWN, PARTY_EXISTS, NOT_REGISTRAR, FACILITY_UNKNOWN, FACILITY_EXISTS, TIME_IN_FUTURE ->
                registering(code);
            case WRONG_LOG -> new Case(registry(), elsewhere(statement(party, lot(Ledger.aSite(party)))));
            case GRANT_UNKNOWN, GRANT_EXISTS, GRANT_WITHDRAWN -> GrantRefusals.of(code, party, other);
            case SIGNATURE_REQUIRED,
                    SIGNATURE_INVALID,
                    KEY_UNKNOWN,
                    KEY_EXISTS,
                    KEY_REVOKED,
                    KEY_NOT_VALID,
                    KEY_LIMIT,
                    SIGNING_UNCHANGED -> KeyRefusals.of(code, party);
            case LOT_EXISTS -> material(Stock.of(party).registered());
            case COMPOSITION_EXCEEDS_MASS -> material(heavier(lot(Ledger.aSite(party))));
            case ASSAY_EXISTS -> twice(registry(), Stock.of(party).assayed(1));
            case NOT_HOLDER -> material(Stock.of(other).assayed(1));
            case LOT_MOVED -> material(Stock.of(party).assayed(7));
            case LOT_OFFERED -> offered();
            case LOT_CONSUMED -> consumed();
            case TRANSFER_EXPIRED, TRANSFER_NOT_DUE -> TransferRefusals.of(code, party, other);
            case PARTIAL_OFFER, TRANSFER_UNKNOWN, TRANSFER_EXISTS, TRANSFER_CLOSED, WEIGHING_DIFFERS -> transfer(code);
            case CONSUMES_MORE_THAN_LEFT,
                    MASS_NOT_CONSERVED,
                    OPEN_MASS_NOT_CONSERVED,
                    ELEMENT_EXCEEDS_INPUTS,
                    ELEMENT_NOT_IN_INPUTS,
                    VECTOR_MISMATCH,
                    ASSAY_UNKNOWN -> transformation(code, Stock.of(party));
            case STEP_DIFFERS ->
                material(as(Process.METAL_MAKING, Stock.of(party).split(KG)));
            case ONLY_HANDLED -> sorting(Stock.of(party));
            case EVIDENCE_NOT_DECLARED -> material(attested(lot(Ledger.aSite(party))));
            case TOO_LARGE ->
                throw new IllegalArgumentException("needs a lot of hundreds of profiles; see the kernel's test");
            case OWNERS_DIFFER -> tolling();
            case ASSAY_EXCEEDS_WHOLE,
                    UNCERTAINTY_TOO_LARGE,
                    FORM_CHANGED,
                    MEASURED_BELOW_BOOK,
                    DESCRIPTION_CONTRADICTS,
                    TIME_REVERSED -> material(LaterVersions.refused(code, Stock.of(party), lot(Ledger.aSite(party))));
            case IS_A_POOL,
                    POOL_UNKNOWN,
                    PERIOD_CLOSED,
                    PERIOD_UNKNOWN,
                    PERIOD_EXISTS,
                    CREDIT_EXCEEDS_POOL,
                    CREDIT_NOT_ALLOWED -> PoolRefusals.refused(code, party);
            case LOT_BLOCKED,
                    LOT_VOIDED,
                    LOT_IN_USE,
                    CORRECTION_PENDING,
                    CORRECTION_NOT_DUE,
                    CORRECTION_DIFFERS,
                    RECOMPUTATION_DIFFERS,
                    STATEMENT_UNKNOWN -> Corrected.refused(code, party);
            case NOT_OWNER, CERTIFIED_MASS, CERTIFICATE_EXISTS, RULESET_UNKNOWN, RULESET_EXISTS -> certificate(code);
        };
    }

    private Case registering(Refusal.Code code) {
        if (code == Refusal.Code.PARTY_UNKNOWN) {
            return sent(party, anOffer(Stock.of(party).lot(), 1, new PartyId(Ledger.id())));
        } else if (code == Refusal.Code.PARTY_EXISTS) {
            return new Case(registry(), statement(Ledger.REGISTRAR, new PartyRegistered("CN", party)));
        } else if (code == Refusal.Code.NOT_REGISTRAR) {
            return material(new PartyRegistered("CN", new PartyId(Ledger.id())));
        } else if (code == Refusal.Code.FACILITY_UNKNOWN) {
            return material(lot(Ledger.aSite(other)));
        } else if (code == Refusal.Code.FACILITY_EXISTS) {
            return twice(registry(), new FacilityRegistered("CN", new FacilityId(Ledger.id())));
        }
        Statement now = statement(party, lot(Ledger.aSite(party)));
        return new Case(
                registry(),
                new Statement(
                        now.actor(),
                        now.annexes(),
                        now.body(),
                        now.id(),
                        now.log(),
                        now.salt(),
                        Instant.now().plusSeconds(60)));
    }

    private Case transfer(Refusal.Code code) {
        Stock stock = Stock.of(party);
        TransferOffered offer = anOffer(stock.lot(), 1, other);
        if (code == Refusal.Code.TRANSFER_UNKNOWN) {
            return sent(other, Stock.answer(offer, stock.mass()));
        } else if (code == Refusal.Code.PARTIAL_OFFER) {
            accept(registry(), party, stock.split(KG));
            return sent(party, anOffer(stock.lot(), 2, other));
        }
        accept(bearer(party), party, offer);
        if (code == Refusal.Code.TRANSFER_EXISTS) {
            return sent(party, offer);
        } else if (code == Refusal.Code.TRANSFER_CLOSED) {
            return twice(bearer(other), other, Stock.answer(offer, stock.mass()));
        }
        return sent(other, Stock.answer(offer, stock.mass().minus(KG)));
    }

    private Case transformation(Refusal.Code code, Stock stock) {
        Mass all = stock.mass();
        if (code == Refusal.Code.ASSAY_UNKNOWN) {
            Input input = stock.uses(all, 1);
            Input relying = new Input(input.of(), all, Optional.of(new AssayId(Ledger.id())), input.vector());
            var split = stock.split(all, KG);
            return material(Stock.with(split, List.of(relying), split.outputs()));
        } else if (code == Refusal.Code.VECTOR_MISMATCH) {
            Input real = stock.uses(all, 1);
            Input clean = new Input(real.of(), all, Optional.empty(), whitewashed(stock));
            return material(stock.transformed(
                    stock.registered().site(), List.of(clean), List.of(product(all, Mass.ZERO, Optional.empty()))));
        } else if (code == Refusal.Code.CONSUMES_MORE_THAN_LEFT) {
            return material(stock.into(all.plus(KG), List.of(product(all.plus(KG), KG, Optional.empty()))));
        } else if (code == Refusal.Code.MASS_NOT_CONSERVED) {
            return material(stock.into(all, List.of(product(KG, Mass.ZERO, Optional.empty()))));
        } else if (code == Refusal.Code.OPEN_MASS_NOT_CONSERVED) {
            return material(stock.into(all, List.of(product(all, Mass.ZERO, Optional.empty()))));
        } else if (code == Refusal.Code.ELEMENT_EXCEEDS_INPUTS) {
            return material(stock.into(KG, List.of(product(KG, Mass.ZERO, stated(Element.DY, KG)))));
        } else if (code == Refusal.Code.ELEMENT_NOT_IN_INPUTS) {
            return material(stock.into(KG, List.of(product(KG, Mass.ZERO, stated(Element.ND, KG)))));
        }
        throw new IllegalArgumentException(code.slug());
    }

    /** A split that puts the dysprosium into one part. */
    private Case sorting(Stock stock) {
        Mass dysprosium = stock.uses(KG, 1).vector().of(Element.DY);
        List<DrawOutput> parts = List.of(
                product(dysprosium, Mass.ZERO, stated(Element.DY, dysprosium)), product(KG, KG, Optional.empty()));
        return material(as(Process.SPLIT, stock.into(stock.mass(), parts)));
    }

    private static LotsTransformed as(Process process, LotsTransformed body) {
        return new LotsTransformed(
                process,
                body.step(),
                body.technology(),
                body.site(),
                body.inputs(),
                body.outputs(),
                body.openGain(),
                body.profiles(),
                body.happened());
    }

    private static LotRegistered attested(LotRegistered lot) {
        OriginProfile declared = lot.profiles().get(0);
        OriginProfile attested =
                new OriginProfile(declared.steps(), declared.recycled(), OriginProfile.Evidence.ATTESTED);
        LotMaterial material = LotMaterial.ofMass(Substance.parse("Dy2O3"), KG, attested.digest());
        return new LotRegistered(
                lot.lot(),
                lot.form(),
                lot.mass(),
                List.of(material),
                List.of(attested),
                lot.site(),
                lot.vector(),
                Ledger.now());
    }

    private Case certificate(Refusal.Code code) {
        RulesetPublished ruleset = KindsTest.aRuleset();
        if (code == Refusal.Code.RULESET_UNKNOWN) {
            return new Case(certificates(), statement(party, Stock.of(party).certified(KG, 1, ruleset.ruleset())));
        }
        accept(certificates(), Ledger.REGISTRAR, ruleset);
        if (code == Refusal.Code.RULESET_EXISTS) {
            return new Case(certificates(), statement(Ledger.REGISTRAR, ruleset));
        } else if (code == Refusal.Code.NOT_OWNER) {
            return new Case(certificates(), statement(party, Stock.of(other).certified(KG, 1, ruleset.ruleset())));
        }
        Stock stock = Stock.of(party);
        return code == Refusal.Code.CERTIFICATE_EXISTS
                ? twice(certificates(), stock.certified(KG, 1, ruleset.ruleset()))
                : new Case(
                        certificates(),
                        statement(party, stock.certified(stock.mass().plus(KG), 1, ruleset.ruleset())));
    }

    private Case offered() {
        Stock stock = Stock.of(party);
        accept(bearer(party), party, anOffer(stock.lot(), 1, other));
        return material(stock.assayed(2));
    }

    private Case consumed() {
        Stock stock = Stock.of(party);
        accept(registry(), party, stock.split(stock.mass()));
        return material(stock.assayed(2));
    }

    /** Somebody else's lot, worked on under contract, together with one of the worker's own. */
    private Case tolling() {
        Stock theirs = Stock.of(other);
        Stock own = Stock.of(party);
        TransferOffered sale = anOffer(theirs.lot(), 1, party);
        TransferOffered toll = new TransferOffered(
                sale.transfer(), party, false, "tolling", sale.route(), sale.lots(), sale.documents(), sale.happened());
        accept(bearer(other), other, toll);
        accept(bearer(party), party, Stock.answer(toll, theirs.mass()));
        List<Input> inputs = Stream.of(theirs.uses(KG, 3), own.uses(KG, 1))
                .sorted(Comparator.comparing(Input::lot))
                .toList();
        return material(own.transformed(
                own.registered().site(), inputs, List.of(product(KG.plus(KG), Mass.ZERO, Optional.empty()))));
    }

    /** The same masses, all of them open: the origin is gone. */
    private static OriginVector whitewashed(Stock stock) {
        return new OriginVector(new TreeMap<>(), stock.mass());
    }

    private static LotRegistered lot(Site site) {
        return Ledger.aDysprosiumOxideLot(site);
    }

    private static LotRegistered heavier(LotRegistered lot) {
        Digest profile = lot.profiles().get(0).digest();
        LotMaterial tooMuch =
                LotMaterial.ofMass(Substance.parse("Dy2O3"), lot.mass().plus(KG), profile);
        return new LotRegistered(
                lot.lot(),
                lot.form(),
                lot.mass(),
                List.of(tooMuch),
                lot.profiles(),
                lot.site(),
                lot.vector(),
                Ledger.now());
    }

    private static Statement elsewhere(Statement here) {
        return new Statement(
                here.actor(), here.annexes(), here.body(), here.id(), "other.example/log", here.salt(), here.time());
    }

    private static DrawOutput product(Mass mass, Mass open, Optional<StatedElements> elements) {
        return new DrawOutput(OutputKind.PRODUCT, mass, open, elements);
    }

    private static Optional<StatedElements> stated(Element element, Mass mass) {
        return Optional.of(new StatedElements(new TreeMap<>(Map.of(element, mass))));
    }

    private Case material(Body body) {
        return new Case(registry(), statement(party, body));
    }

    private static Case sent(PartyId actor, Body body) {
        return new Case(bearer(actor), statement(actor, body));
    }

    private Case twice(String bearer, Body body) {
        return twice(bearer, party, body);
    }

    private static Case twice(String bearer, PartyId actor, Body body) {
        accept(bearer, actor, body);
        return new Case(bearer, statement(actor, body));
    }

    private static void accept(String bearer, PartyId actor, Body body) {
        submit(bearer, statement(actor, body)).then().statusCode(201);
    }
}
