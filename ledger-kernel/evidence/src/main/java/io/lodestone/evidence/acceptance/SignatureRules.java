package io.lodestone.evidence.acceptance;

import static io.lodestone.evidence.acceptance.Decision.refused;

import io.lodestone.evidence.acceptance.Decision.Accepted;
import io.lodestone.evidence.acceptance.Decision.Refused;
import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.signature.PartyPublicKey;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.LogSwept;
import io.lodestone.evidence.statement.LotsRecomputed;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyKeyAdded;
import io.lodestone.evidence.statement.PartyKeyRevoked;
import io.lodestone.evidence.statement.SigningRequired;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.TransferExpired;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whose signature a statement has to bear, and what parties state of their keys.
 *
 * <p>The first key of a party vouches for nothing but itself, so it may come unsigned, signed by itself, or from the
 * registrar. From then on the party's keys vouch for each other: whoever writes into the database in the party's name
 * has none of them. A party that let all of them end gets its next one from the registrar, who signs for that.
 */
final class SignatureRules {

    /** Keys of one party that sign now or may later; and those it ever had, which have to be loaded to add one. */
    static final int MAX_USABLE = 16;

    static final int MAX_EVER = 256;

    private SignatureRules() {}

    /** The refusal of a signature that is there and not good, or is not there and has to be. */
    static Optional<Refused> check(
            Statement statement, Optional<DetachedJws> signature, PartyView view, Instant entryTime) {
        if (signature.isEmpty()) {
            return view.keys().signingRequired(statement.actor()) && !followsFromTheLog(statement.body())
                    ? no(Code.SIGNATURE_REQUIRED, "the party requires its own signature under its statements")
                    : Optional.empty();
        }
        DetachedJws given = signature.get();
        Optional<PartyKey> key = view.keys().key(statement.actor(), given.key());
        if (key.isEmpty() && !isFirst(statement, given, view)) {
            return no(Code.KEY_UNKNOWN, "is by a key that the party has not registered");
        }
        if (key.flatMap(PartyKey::revoked).isPresent()) {
            return no(Code.KEY_REVOKED, "is by a key that the party has revoked");
        }
        if (key.isPresent() && !key.get().isValidAt(entryTime)) {
            return no(Code.KEY_NOT_VALID, "is by a key that is not valid at this time");
        }
        PartyPublicKey by = key.map(PartyKey::added)
                .orElseGet(() -> (PartyKeyAdded) statement.body())
                .key();
        return given.verifies(by, statement.bytes())
                ? Optional.empty()
                : no(Code.SIGNATURE_INVALID, "is not by that key over the statement's canonical bytes");
    }

    private static Optional<Refused> no(Code code, String reason) {
        return Optional.of(new Refused(new Refusal(code, "signature", reason)));
    }

    /** What the service itself states as the registrar: it follows from the log, and is found wrong by a replay. */
    private static boolean followsFromTheLog(Body body) {
        return body instanceof TransferExpired || body instanceof LotsRecomputed || body instanceof LogSwept;
    }

    /** Whether a party adds its first key and shows, by that key, that it has it. */
    private static boolean isFirst(Statement statement, DetachedJws signature, PartyView view) {
        return statement.body() instanceof PartyKeyAdded added
                && added.party().equals(statement.actor())
                && added.key().thumbprint().equals(signature.key())
                && view.keys().keys(added.party()).isEmpty();
    }

    /** Decides what a registered party states of its keys; empty for every other statement. */
    static Optional<Decision> decide(Statement statement, boolean signed, PartyView view, Instant entryTime) {
        PartyId actor = statement.actor();
        if (statement.body() instanceof PartyKeyAdded key) {
            return Optional.of(add(key, actor, signed, view, entryTime));
        } else if (statement.body() instanceof PartyKeyRevoked revoked) {
            return Optional.of(revoke(revoked, actor, signed, view));
        } else if (statement.body() instanceof SigningRequired required) {
            return Optional.of(require(required, actor, signed, view));
        }
        return Optional.empty();
    }

    private static Decision add(PartyKeyAdded body, PartyId actor, boolean signed, PartyView view, Instant entryTime) {
        boolean own = actor.equals(body.party());
        if (!own && !view.registrar().equals(Optional.of(actor))) {
            return refused(Code.NOT_REGISTRAR, "actor", "a key is added by its party, or the first by the registrar");
        }
        if (!view.isParty(body.party())) {
            return refused(Code.PARTY_UNKNOWN, "body.party", "is not a registered party");
        }
        List<PartyKey> keys = view.keys().keys(body.party());
        long usable = keys.stream().filter(key -> key.hasFutureAt(entryTime)).count();
        if (keys.stream().anyMatch(key -> key.added().key().equals(body.key()))) {
            return refused(Code.KEY_EXISTS, "body.key", "is or was a key of this party");
        }
        if (!own && usable > 0) {
            return refused(
                    Code.SIGNATURE_REQUIRED, "signature", "the party has a key under which it adds further ones");
        }
        if (!signed && !keys.isEmpty()) {
            return refused(Code.SIGNATURE_REQUIRED, "signature", "only the first key of a party comes unsigned");
        }
        if (!entryTime.isBefore(body.until())) {
            return refused(Code.KEY_NOT_VALID, "body.until", "is over already");
        }
        if (usable >= MAX_USABLE || keys.size() >= MAX_EVER) {
            return refused(
                    Code.KEY_LIMIT,
                    "body.key",
                    "a party has at most " + MAX_USABLE + " keys at a time and " + MAX_EVER + " in all");
        }
        return new Accepted(Effects.of(new Effect.KeyAdded(body)));
    }

    private static Decision revoke(PartyKeyRevoked body, PartyId actor, boolean signed, PartyView view) {
        Optional<PartyKey> key = view.keys().key(actor, body.key());
        if (key.isEmpty()) {
            return refused(Code.KEY_UNKNOWN, "body.key", "is no key of yours");
        }
        if (key.get().revoked().isPresent()) {
            return refused(Code.KEY_REVOKED, "body.key", "is revoked already");
        }
        if (!signed) {
            return refused(Code.SIGNATURE_REQUIRED, "signature", "a key is revoked under a valid key of its party");
        }
        return new Accepted(Effects.of(new Effect.KeyRevoked(actor, body.key())));
    }

    private static Decision require(SigningRequired body, PartyId actor, boolean signed, PartyView view) {
        if (!signed) {
            return refused(
                    Code.SIGNATURE_REQUIRED, "signature", "whether to sign is stated under a valid key of the party");
        }
        if (view.keys().signingRequired(actor) == body.required()) {
            return refused(Code.SIGNING_UNCHANGED, "body.required", "is so already");
        }
        return new Accepted(Effects.of(new Effect.SigningSet(actor, body.required())));
    }
}
