package io.lodestone.evidence.acceptance;

import static io.lodestone.evidence.acceptance.Decision.refused;

import io.lodestone.evidence.acceptance.Decision.Accepted;
import io.lodestone.evidence.acceptance.Decision.Refused;
import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.statement.AccessGranted;
import io.lodestone.evidence.statement.AccessWithdrawn;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.CertificateIssued;
import io.lodestone.evidence.statement.Correction;
import io.lodestone.evidence.statement.CreditClaimed;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.LogSwept;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotsRecomputed;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.PartyDescribed;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.PoolAdjusted;
import io.lodestone.evidence.statement.PoolCounted;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.PoolPeriodClosed;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.statement.RulesetPublished;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferCancelled;
import io.lodestone.evidence.statement.TransferDisputed;
import io.lodestone.evidence.statement.TransferExpired;
import io.lodestone.evidence.statement.TransferOffered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The one decision of the ledger: does this statement stand, given all before it? The same question asked again over
 * the same history has the same answer, so a replay re-checks every acceptance.
 */
public final class Acceptance {

    /** How far a statement's own clock may run ahead of the log's. */
    public static final Duration CLOCK_GRACE = Duration.ofSeconds(5);

    /** How far ahead the time of an event may lie: plant clocks are worse. */
    public static final Duration EVENT_GRACE = Duration.ofMinutes(10);

    private Acceptance() {}

    /**
     * Decides {@code statement}, which nobody signed.
     *
     * @param log origin line of the log that is asked
     * @param entryTime the time its entry would bear
     */
    public static Decision decide(Statement statement, LedgerView view, String log, Instant entryTime) {
        return decide(statement, Optional.empty(), view, log, entryTime);
    }

    /**
     * Decides {@code statement} with the signature that stands beside it, if one does.
     *
     * @param log origin line of the log that is asked
     * @param entryTime the time its entry would bear
     */
    public static Decision decide(
            Statement statement, Optional<DetachedJws> signature, LedgerView view, String log, Instant entryTime) {
        if (!statement.log().equals(log)) {
            return refused(Code.WRONG_LOG, "log", "this statement is meant for another log");
        }
        if (statement.time().isAfter(entryTime.plus(CLOCK_GRACE))) {
            return refused(Code.TIME_IN_FUTURE, "time", "lies more than 5 seconds in the future");
        }
        Instant latestEvent = entryTime.plus(EVENT_GRACE);
        if (statement
                .body()
                .eventTime()
                .filter(t -> t.toInstant().isAfter(latestEvent))
                .isPresent()) {
            return refused(Code.TIME_IN_FUTURE, "body.eventTime", "lies more than 10 minutes in the future");
        }
        Optional<Refused> unsigned = SignatureRules.check(statement, signature, view, entryTime);
        if (unsigned.isPresent()) {
            return unsigned.get();
        }
        PartyId actor = statement.actor();
        if (statement.body() instanceof PartyRegistered body) {
            return party(body, actor, view);
        }
        if (!view.isParty(actor)) {
            return refused(Code.PARTY_UNKNOWN, "actor", "is not a registered party");
        }
        return SignatureRules.decide(statement, signature.isPresent(), view, entryTime)
                .orElseGet(() -> registered(statement.body(), actor, view, entryTime));
    }

    private static Decision registered(Body body, PartyId actor, LedgerView view, Instant entryTime) {
        if (body instanceof FacilityRegistered facility) {
            return facility(facility, actor, view);
        } else if (body instanceof PartyDescribed described) {
            return AccessRules.describe(described, actor, view);
        } else if (body instanceof AccessGranted grant) {
            return AccessRules.grant(grant, actor, view);
        } else if (body instanceof AccessWithdrawn withdrawal) {
            return AccessRules.withdraw(withdrawal, actor, view);
        } else if (body instanceof LotRegistered lot) {
            return MaterialRules.register(lot, actor, view);
        } else if (body instanceof AssayRecorded assay) {
            return MaterialRules.assay(assay, actor, view);
        } else if (body instanceof LotsTransformed transformation) {
            return TransformationRules.transform(transformation, actor, view);
        } else if (body instanceof Correction correction) {
            return CorrectionRules.correct(correction, actor, view);
        } else if (body instanceof LotsRecomputed recomputed) {
            return RecomputationRules.recompute(recomputed, actor, view);
        } else if (body instanceof RulesetPublished ruleset) {
            return ruleset(ruleset, actor, view);
        } else if (body instanceof LogSwept) {
            return swept(actor, view);
        } else if (body instanceof CertificateIssued certificate) {
            return CertificateRules.issue(certificate, actor, view);
        }
        return transfer(body, actor, view, entryTime);
    }

    private static Decision transfer(Body body, PartyId actor, LedgerView view, Instant entryTime) {
        if (body instanceof TransferOffered offer) {
            return TransferRules.offer(offer, actor, view, entryTime);
        } else if (body instanceof TransferAccepted acceptance) {
            return TransferRules.accept(acceptance, actor, view, entryTime);
        } else if (body instanceof TransferDisputed dispute) {
            return OpenOfferRules.dispute(dispute, actor, view, entryTime);
        } else if (body instanceof TransferCancelled cancellation) {
            return OpenOfferRules.cancel(cancellation, actor, view);
        } else if (body instanceof TransferExpired expiry) {
            return OpenOfferRules.expire(expiry, actor, view, entryTime);
        }
        return pool(body, actor, view);
    }

    private static Decision pool(Body body, PartyId actor, LedgerView view) {
        if (body instanceof PoolOpened opened) {
            return PoolRules.open(opened, actor, view);
        } else if (body instanceof PoolRun run) {
            return RunRules.run(run, actor, view);
        } else if (body instanceof PoolCounted counted) {
            return PoolRules.count(counted, actor, view);
        } else if (body instanceof PoolPeriodClosed closed) {
            return PoolRules.close(closed, actor, view);
        } else if (body instanceof PoolAdjusted adjusted) {
            return PoolRules.adjust(adjusted, actor, view);
        } else if (body instanceof CreditClaimed credit) {
            return CreditRules.claim(credit, actor, view);
        }
        throw new IllegalStateException("no rule for " + body.kind());
    }

    /** The first party admits itself and is the registrar from then on; every other is admitted by it. */
    private static Decision party(PartyRegistered body, PartyId actor, LedgerView view) {
        if (!actor.equals(view.registrar().orElse(body.party()))) {
            return refused(Code.NOT_REGISTRAR, "actor", "only the registrar admits parties");
        }
        if (view.isParty(body.party())) {
            return refused(Code.PARTY_EXISTS, "body.party", "is registered already");
        }
        return new Accepted(Effects.of(new Effect.PartyAdmitted(body.party())));
    }

    private static Decision facility(FacilityRegistered body, PartyId actor, LedgerView view) {
        if (view.facility(body.facility()).isPresent()) {
            return refused(Code.FACILITY_EXISTS, "body.facility", "is registered already");
        }
        return new Accepted(
                Effects.of(new Effect.FacilityStated(new Facility(body.facility(), actor, body.country()))));
    }

    private static Decision swept(PartyId actor, LedgerView view) {
        return view.registrar().filter(actor::equals).isPresent()
                ? new Accepted(Effects.lots(List.of()))
                : refused(Code.NOT_REGISTRAR, "actor", "only the registrar says how the log was swept");
    }

    private static Decision ruleset(RulesetPublished body, PartyId actor, LedgerView view) {
        if (!view.registrar().equals(Optional.of(actor))) {
            return refused(Code.NOT_REGISTRAR, "actor", "only the registrar publishes rulesets");
        }
        if (view.hasRuleset(body.ruleset())) {
            return refused(Code.RULESET_EXISTS, "body.ruleset", "is published already");
        }
        return new Accepted(Effects.of(new Effect.RulesetMade(body.ruleset())));
    }
}
