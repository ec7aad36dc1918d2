package io.lodestone.lots.lot;

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
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotDescription;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.Site;
import io.lodestone.lots.description.DescriptionRequest;
import io.lodestone.lots.description.Details;
import io.lodestone.lots.description.LotAnnex;
import io.lodestone.lots.facility.EventTime;
import io.lodestone.lots.facility.NamedFacility;
import io.lodestone.lots.outbox.Fields;
import io.lodestone.lots.outbox.Operators;
import io.lodestone.lots.outbox.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A lot to be registered. */
public record LotRequest(
        Optional<LotId> lot,
        Form form,
        Mass mass,
        EventTime eventTime,
        FacilityId facility,
        Optional<String> operatorName,
        Places ownership,
        List<MaterialRequest> material,
        LotDescription description,
        Optional<Details> details) {

    public LotRequest {
        material = List.copyOf(material);
    }

    public static LotRequest read(Members in) {
        return new LotRequest(
                in.optionalParsed("lot", 36, LotId::parse),
                in.parsed("form", 16, Form::parse),
                in.parsed("massKg", Fields.MASS, Mass::parseKg),
                in.parsed("eventTime", EventTime.MAX, EventTime::parse),
                in.parsed("facility", 36, FacilityId::parse),
                in.optionalParsed("operatorName", Fields.NAME, Fields::name),
                Fields.places(in, "ownership"),
                in.objects("material", LotRegistered.MAX_COMPONENTS, MaterialRequest::read),
                DescriptionRequest.read(in),
                Details.optional(in));
    }

    /**
     * The statement that comes of it, or why the arithmetic refuses it.
     *
     * @param fresh the lot's id where the request has none
     */
    public Prepared prepare(NamedFacility where, LotId fresh, Operators operators) {
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
        Site site = new Site(where.facility().country(), facility, operators.digest(operatorName), ownership);
        LotId id = lot.orElse(fresh);
        details.ifPresent(some -> operators.attach(new LotAnnex(id, some).content()));
        return new Prepared.Ready(
                new LotRegistered(
                        id,
                        form,
                        mass,
                        components,
                        List.copyOf(profiles.values()),
                        site,
                        ((Registered) result).vector().digest(),
                        eventTime.at(where.zone()),
                        Optional.of(description)),
                operators.annexes());
    }
}
