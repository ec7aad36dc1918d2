package io.lodestone.lots.pool;

import io.lodestone.evidence.acceptance.Facility;
import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginRefusal;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.Registration;
import io.lodestone.evidence.provenance.RegistrationResult;
import io.lodestone.evidence.provenance.RegistrationResult.Registered;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.lot.MaterialRequest;
import io.lodestone.lots.outbox.Fields;
import io.lodestone.lots.outbox.Operators;
import io.lodestone.lots.outbox.Prepared;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A pool to be opened.
 *
 * @param mass zero, with no material, for a pool that begins empty
 */
public record PoolRequest(
        Optional<LotId> pool,
        Mass mass,
        List<MaterialRequest> material,
        String period,
        FacilityId facility,
        Optional<String> operatorName,
        Places ownership,
        OffsetDateTime eventTime) {

    public PoolRequest {
        material = List.copyOf(material);
    }

    public static PoolRequest read(Members in) {
        return new PoolRequest(
                in.optionalParsed("pool", 36, LotId::parse),
                in.parsed("massKg", Fields.MASS, Fields::massOrZero),
                in.objects("material", LotRegistered.MAX_COMPONENTS, MaterialRequest::read),
                in.parsed("period", PoolOpened.MAX_PERIOD, PoolOpened::periodName),
                in.parsed("facility", 36, FacilityId::parse),
                in.optionalParsed("operatorName", Fields.NAME, Fields::name),
                Fields.places(in, "ownership"),
                in.parsed("eventTime", 29, WireTime::zoned));
    }

    /**
     * The statement that comes of it, or why the arithmetic refuses it.
     *
     * @param fresh the pool's id where the request has none
     */
    public Prepared prepare(Facility where, LotId fresh, Operators operators) {
        SortedMap<Digest, OriginProfile> profiles = new TreeMap<>();
        List<LotMaterial> components = new ArrayList<>();
        for (MaterialRequest component : material) {
            OriginProfile profile = component.profile().profile(operators);
            Digest digest = profile.digest();
            profiles.put(digest, profile);
            components.add(component.material(digest));
        }
        RegistrationResult result = Registration.vector(mass, components);
        if (result instanceof OriginRefusal refusal) {
            return Prepared.impossible(Refusal.Code.COMPOSITION_EXCEEDS_MASS, refusal);
        }
        return new Prepared.Ready(
                new PoolOpened(
                        pool.orElse(fresh),
                        mass,
                        components,
                        List.copyOf(profiles.values()),
                        new Site(where.country(), facility, operators.digest(operatorName), ownership),
                        ((Registered) result).vector().digest(),
                        period,
                        eventTime),
                operators.annexes());
    }
}
