package io.lodestone.evidence.acceptance;

import static io.lodestone.evidence.acceptance.Decision.refused;

import io.lodestone.evidence.acceptance.Decision.Accepted;
import io.lodestone.evidence.acceptance.Decision.Refused;
import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginRefusal;
import io.lodestone.evidence.provenance.Registration;
import io.lodestone.evidence.provenance.RegistrationResult;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.LotDescription;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lots that enter the ledger, and assays of lots. */
final class MaterialRules {

    private MaterialRules() {}

    static Decision register(LotRegistered body, PartyId actor, LedgerView view) {
        if (view.lot(body.lot()).isPresent()) {
            return refused(Code.LOT_EXISTS, "body.lot", "is registered already");
        }
        Optional<Refusal> site = site(body.site(), actor, view);
        if (site.isPresent()) {
            return new Refused(site.get());
        }
        Optional<Refusal> composed = composed(body.mass(), body.material(), body.profiles(), body.vector(), "body.");
        if (composed.isPresent()) {
            return new Refused(composed.get());
        }
        Optional<Refusal> described =
                body.description().flatMap(stated -> described(stated, body.mass(), open(body), "body.description"));
        if (described.isPresent()) {
            return new Refused(described.get());
        }
        return new Accepted(Effects.lots(
                List.of(Holding.created(body.lot(), actor, actor, body.form(), body.mass(), body.vector()))));
    }

    /** Who registers a lot, or the opening stock of a pool, can only declare where it is from. */
    static Optional<Refusal> declared(List<LotMaterial> material, List<OriginProfile> profiles) {
        return declared(material, profiles, "body.");
    }

    private static Optional<Refusal> declared(List<LotMaterial> material, List<OriginProfile> profiles, String at) {
        Set<Digest> named = material.stream().map(LotMaterial::profile).collect(Collectors.toSet());
        if (!sameProfiles(profiles, named)) {
            return Optional.of(new Refusal(
                    Code.VECTOR_MISMATCH, at + "profiles", "must be exactly the profiles the material names"));
        }
        return profiles.stream().anyMatch(profile -> profile.evidence() != OriginProfile.Evidence.DECLARED)
                ? Optional.of(new Refusal(
                        Code.EVIDENCE_NOT_DECLARED, at + "profiles", "a registrant alone can only declare an origin"))
                : Optional.empty();
    }

    /** What a lot is registered with: origins that the registrant declares, and the vector that follows. */
    static Optional<Refusal> composed(
            Mass mass, List<LotMaterial> material, List<OriginProfile> profiles, Digest vector, String at) {
        Optional<Refusal> declared = declared(material, profiles, at);
        if (declared.isPresent()) {
            return declared;
        }
        RegistrationResult result = Registration.vector(mass, material);
        if (result instanceof OriginRefusal refusal) {
            return Optional.of(new Refusal(Code.COMPOSITION_EXCEEDS_MASS, at + refusal.path(), refusal.reason()));
        }
        return ((RegistrationResult.Registered) result).vector().digest().equals(vector)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Code.VECTOR_MISMATCH, at + "vector", "is not the vector that follows from the material"));
    }

    private static Mass open(LotRegistered body) {
        return ((RegistrationResult.Registered) Registration.vector(body.mass(), body.material()))
                .vector()
                .open();
    }

    static Decision assay(AssayRecorded body, PartyId actor, LedgerView view) {
        if (view.lotOf(body.assay()).isPresent()) {
            return refused(Code.ASSAY_EXISTS, "body.assay", "is in use for another assay");
        }
        Optional<Refusal> refusal = Use.check(view, actor, body.of(), "body.lot");
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Holding lot = view.lot(body.of().lot()).orElseThrow();
        if (body.rank().isPresent() && body.exceedsWhole()) {
            return refused(
                    Code.ASSAY_EXCEEDS_WHOLE,
                    "body.results",
                    "add up to more than the whole and their joint expanded uncertainty (k = 2)");
        }
        Optional<Refusal> vague = body.rank().flatMap(later -> vague(body));
        if (vague.isPresent()) {
            return new Refused(vague.get());
        }
        Optional<AssayId> superseded = body.rank().flatMap(AssayRecorded.Rank::supersedes);
        if (superseded.isPresent() && !view.lotOf(superseded.get()).equals(Optional.of(lot.lot()))) {
            return refused(Code.ASSAY_UNKNOWN, "body.supersedes", "is not an assay of this lot");
        }
        return new Accepted(Effects.lots(List.of(lot.touched())).with(new Effect.AssayMade(body.assay(), lot.lot())));
    }

    private static Optional<Refusal> vague(AssayRecorded body) {
        for (int i = 0; i < body.results().size(); i++) {
            if (body.results().get(i).uncertaintyTooLarge()) {
                return Optional.of(new Refusal(
                        Code.UNCERTAINTY_TOO_LARGE,
                        "body.results[" + i + "].uncertainty",
                        "the expanded uncertainty (k = 2) is at most the fraction, and at most 0.05; what cannot be told"
                                + " from nothing is stated as below a limit"));
            }
        }
        return Optional.empty();
    }

    /** A party acts only at a facility of its own, in the country where that lies. */
    static Optional<Refusal> site(Site site, PartyId actor, LedgerView view) {
        Optional<Facility> facility = view.facility(site.facility())
                .filter(f -> f.operator().equals(actor) && f.country().equals(site.country()));
        return facility.isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Code.FACILITY_UNKNOWN, "body.facility", "is not a facility of yours in this country"));
    }

    /** What is said of a lot beside its mass must not contradict that mass. */
    static Optional<Refusal> described(LotDescription stated, Mass mass, Mass open, String path) {
        if (stated.gross().isPresent() && stated.gross().get().compareTo(mass) < 0) {
            return Optional.of(new Refusal(
                    Code.DESCRIPTION_CONTRADICTS, path + ".grossUg", "a gross mass is at least the lot's mass"));
        }
        Ratio water =
                stated.moisture().map(DecimalText::ratio).orElse(Ratio.ZERO).times(mass.micrograms());
        if (water.compareTo(Ratio.of(open.micrograms(), 1)) > 0) {
            return Optional.of(new Refusal(
                    Code.DESCRIPTION_CONTRADICTS,
                    path + ".moisture",
                    "water is open mass, and the lot has only " + open + " µg of that"));
        }
        return Optional.empty();
    }

    static boolean sameProfiles(List<OriginProfile> listed, Set<Digest> named) {
        return listed.stream()
                .map(OriginProfile::digest)
                .collect(Collectors.toCollection(TreeSet::new))
                .equals(named);
    }
}
