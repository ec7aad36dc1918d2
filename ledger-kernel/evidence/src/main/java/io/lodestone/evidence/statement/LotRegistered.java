package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.quantity.Mass;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A lot enters the ledger with a declared composition and origin.
 *
 * @param profiles the origins its components name, sorted by digest, each used
 * @param vector digest of the origin vector that follows from mass, material and profiles
 * @param description stated from version 2 on
 */
public record LotRegistered(
        LotId lot,
        Form form,
        Mass mass,
        List<LotMaterial> material,
        List<OriginProfile> profiles,
        Site site,
        Digest vector,
        OffsetDateTime happened,
        Optional<LotDescription> description)
        implements Body {

    public static final int MAX_COMPONENTS = 512;

    /** Version 1, without a description. */
    public LotRegistered(
            LotId lot,
            Form form,
            Mass mass,
            List<LotMaterial> material,
            List<OriginProfile> profiles,
            Site site,
            Digest vector,
            OffsetDateTime happened) {
        this(lot, form, mass, material, profiles, site, vector, happened, Optional.empty());
    }

    static LotRegistered read(Members in, long version) {
        return new LotRegistered(
                in.parsed("lot", 36, LotId::parse),
                in.parsed("form", 16, Form::parse),
                in.parsed("massUg", 19, Mass::parsePositive),
                in.objects("material", MAX_COMPONENTS, LotMaterial::read),
                Formats.profiles(in),
                Site.read(in),
                in.parsed("vector", 44, Digest::parse),
                in.parsed("eventTime", 29, WireTime::zoned),
                version > 1 ? Optional.of(LotDescription.read(in)) : Optional.empty());
    }

    @Override
    public Kind kind() {
        return Kind.LOT_REGISTERED;
    }

    @Override
    public long version() {
        return description.isPresent() ? 2 : 1;
    }

    @Override
    public Optional<OffsetDateTime> eventTime() {
        return Optional.of(happened);
    }

    @Override
    public List<LotId> creates() {
        return List.of(lot);
    }

    @Override
    public JsonObject json() {
        return site.putInto(Json.object())
                .with(description, (out, stated) -> out.put("description", stated.json()))
                .put("eventTime", WireTime.text(happened))
                .put("form", form.wire())
                .putWire("lot", lot)
                .putWire("massUg", mass)
                .put("material", material, LotMaterial::json)
                .put("profiles", profiles, OriginProfile::json)
                .putWire("vector", vector)
                .build();
    }
}
