package io.lodestone.evidence.testing;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.DrawInput;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginRefusal;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.PoolDraw;
import io.lodestone.evidence.provenance.PoolResult;
import io.lodestone.evidence.provenance.PoolResult.Booked;
import io.lodestone.evidence.provenance.PoolResult.Ran;
import io.lodestone.evidence.provenance.Registration;
import io.lodestone.evidence.provenance.RegistrationResult.Registered;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Conduct;
import io.lodestone.evidence.statement.CreditClaimed;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotDescription;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.MeasuredElement;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.PoolAdjusted;
import io.lodestone.evidence.statement.PoolCounted;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.PoolPeriodClosed;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.statement.PoolState;
import io.lodestone.evidence.statement.Site;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One pool as its holder keeps it, for tests: makes the statements about it, and follows those that were accepted. */
public final class PoolBook {

    /** A withdrawal, or a loss where there is no lot. */
    public record Out(Optional<LotId> lot, DrawOutput draw, CustodyModel model) {}

    private final LotId pool;
    private final Site site;
    private final Map<Digest, OriginProfile> known = new HashMap<>();
    private OriginVector holds = OriginVector.EMPTY;
    private long version = 1;

    public PoolBook(LotId pool, Site site) {
        this.pool = pool;
        this.site = site;
    }

    public OriginVector holds() {
        return holds;
    }

    /** The pool at the version at which it is now. */
    public PoolState now() {
        return new PoolState(new LotVersion(pool, version), holds);
    }

    /** Profiles that a later statement may have to list. */
    public void knows(Collection<OriginProfile> profiles) {
        profiles.forEach(profile -> known.put(profile.digest(), profile));
    }

    public PoolOpened opened(String period, Mass mass, List<LotMaterial> material, OffsetDateTime when) {
        OriginVector vector = ((Registered) Registration.vector(mass, material)).vector();
        Set<Digest> named = new TreeSet<>();
        material.forEach(part -> named.add(part.profile()));
        return new PoolOpened(pool, mass, material, profiles(named), site, vector.digest(), period, when);
    }

    /** A run that need not be right: where the arithmetic refuses it, its digests are those of nothing. */
    public PoolRun run(List<Input> inputs, List<Out> outs, OffsetDateTime when) {
        List<DrawInput> receipts = inputs.stream()
                .map(input -> new DrawInput(input.vector(), input.consumed()))
                .toList();
        Set<Digest> named = new TreeSet<>(holds.profiles());
        inputs.forEach(input -> named.addAll(input.vector().profiles()));
        Optional<OriginStep> step = Optional.of(new OriginStep(
                OriginStep.Kind.SEPARATED,
                Places.of(site.country()),
                site.operator(),
                site.ownership(),
                site.ownership()));
        PoolResult result = new PoolDraw(holds, receipts, Mass.ZERO, step, known)
                .run(outs.stream().map(Out::draw).toList());
        Digest nothing = OriginVector.EMPTY.digest();
        List<Output> outputs = new ArrayList<>();
        for (Out out : outs) {
            Digest vector = result instanceof Ran ran
                    ? ran.outputs().get(outputs.size()).digest()
                    : nothing;
            outputs.add(output(out, vector));
        }
        return new PoolRun(
                now(),
                inputs,
                outputs,
                Mass.ZERO,
                profiles(named),
                site,
                site.ownership(),
                new Conduct(Optional.empty(), site.ownership(), Optional.empty()),
                when,
                result instanceof Ran ran ? ran.rest().digest() : nothing);
    }

    public PoolCounted counted(List<MeasuredElement> found, OffsetDateTime when) {
        TreeMap<Element, Mass> masses = new TreeMap<>(Element.BY_SYMBOL);
        found.forEach(row -> masses.put(row.element(), row.mass()));
        Booked booked = (Booked) PoolDraw.counted(holds, masses);
        return new PoolCounted(
                now(), found, profiles(holds.profiles()), when, booked.rest().digest());
    }

    public PoolPeriodClosed closed(String period, String next, OffsetDateTime when) {
        return new PoolPeriodClosed(now().of(), holds.digest(), period, next, when);
    }

    public PoolAdjusted adjusted(
            String frozen,
            Optional<PoolAdjusted.LateAssay> assay,
            StatedElements losses,
            StatedElements gains,
            OffsetDateTime when) {
        PoolResult result = PoolDraw.adjusted(holds, losses, gains);
        Digest rest = result instanceof OriginRefusal
                ? holds.digest()
                : ((Booked) result).rest().digest();
        return new PoolAdjusted(now(), frozen, assay, losses, gains, profiles(holds.profiles()), when, rest);
    }

    public CreditClaimed credit(
            LotVersion lot, OriginVector remaining, List<CreditClaimed.Claim> claims, OffsetDateTime when) {
        Set<Digest> named = new TreeSet<>();
        claims.forEach(claim -> named.add(claim.profile()));
        return new CreditClaimed(now(), new CreditClaimed.Credited(lot, remaining), claims, profiles(named), when);
    }

    /** The opening was accepted. */
    public void took(PoolOpened body) {
        holds = ((Registered) Registration.vector(body.mass(), body.material())).vector();
    }

    public Ran took(PoolRun body) {
        Ran ran = (Ran) body.draw();
        knows(ran.arisen().values());
        moved(ran.rest());
        return ran;
    }

    public Booked took(PoolCounted body) {
        Booked booked = (Booked) body.draw();
        moved(booked.rest());
        return booked;
    }

    public Booked took(PoolAdjusted body) {
        Booked booked = (Booked) body.draw();
        knows(List.of(OriginProfile.NOBODY_KNOWS));
        moved(booked.rest());
        return booked;
    }

    /** A statement was accepted that leaves the pool's material as it is. */
    public void touched() {
        version++;
    }

    private void moved(OriginVector rest) {
        holds = rest;
        version++;
    }

    /** Sorted by digest, as statements list them. */
    private List<OriginProfile> profiles(Set<Digest> named) {
        return new TreeSet<>(named).stream().map(known::get).toList();
    }

    private static Output output(Out out, Digest vector) {
        return new Output(
                out.draw().kind(),
                out.lot(),
                out.lot().map(lot -> Form.OXIDE),
                out.draw().mass(),
                out.draw().open(),
                out.draw().elements(),
                vector,
                out.lot()
                        .map(lot -> new LotDescription(
                                out.model(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                List.of());
    }
}
