package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
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
import java.util.regex.Pattern;

/**
 * A pool begins, with the opening stock that is declared for it. A pool stands for material that flows through a plant
 * and cannot be told apart there; its id is that of a lot.
 *
 * @param mass zero for a pool that begins empty
 * @param profiles the origins the material names, sorted by digest, each used
 * @param vector digest of the origin vector that follows from mass, material and profiles
 * @param period name of its first period
 */
public record PoolOpened(
        LotId pool,
        Mass mass,
        List<LotMaterial> material,
        List<OriginProfile> profiles,
        Site site,
        Digest vector,
        String period,
        OffsetDateTime happened)
        implements Body {

    /** Length of a period's name, such as 2026-11. */
    public static final int MAX_PERIOD = 32;

    private static final Pattern PERIOD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** Names of periods stand in paths and in tables of other tools, so they hold nothing that means something there. */
    public static String periodName(String text) {
        if (!PERIOD.matcher(text).matches()) {
            throw new IllegalArgumentException("a period has letters, digits, dots, dashes and underscores, such as"
                    + " 2026-11, and begins with a letter or digit");
        }
        return text;
    }

    static PoolOpened read(Members in) {
        PoolOpened body = new PoolOpened(
                in.parsed("pool", 36, LotId::parse),
                in.parsed("massUg", 19, Mass::parse),
                in.objects("material", LotRegistered.MAX_COMPONENTS, LotMaterial::read),
                Formats.profiles(in),
                Site.read(in),
                in.parsed("vector", 44, Digest::parse),
                in.parsed("period", MAX_PERIOD, PoolOpened::periodName),
                in.parsed("eventTime", 29, WireTime::zoned));
        if (body.mass.isZero() && !body.material.isEmpty()) {
            throw new FormatException(Fault.MALFORMED, in.path("material"), "an empty pool holds no material");
        }
        return body;
    }

    @Override
    public Kind kind() {
        return Kind.POOL_OPENED;
    }

    @Override
    public Optional<OffsetDateTime> eventTime() {
        return Optional.of(happened);
    }

    @Override
    public List<LotId> creates() {
        return List.of(pool);
    }

    @Override
    public JsonObject json() {
        return site.putInto(Json.object())
                .put("eventTime", WireTime.text(happened))
                .putWire("massUg", mass)
                .put("material", material, LotMaterial::json)
                .put("period", period)
                .putWire("pool", pool)
                .put("profiles", profiles, OriginProfile::json)
                .putWire("vector", vector)
                .build();
    }
}
