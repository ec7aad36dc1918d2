package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.PoolDraw;
import io.lodestone.evidence.provenance.PoolResult;
import io.lodestone.evidence.provenance.StatedElements;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What was learnt late about a frozen period is booked in the open one. Losses are drawn over the pool's profiles; gains
 * arrive as mass of which nobody knows the origin.
 *
 * @param frozen name of the closed period it is about
 * @param assay the assay it rests on, if it is recorded
 * @param profiles exactly those of the pool before
 * @param rest digest of what the pool holds afterwards
 */
public record PoolAdjusted(
        PoolState before,
        String frozen,
        Optional<LateAssay> assay,
        StatedElements losses,
        StatedElements gains,
        List<OriginProfile> profiles,
        OffsetDateTime happened,
        Digest rest)
        implements Body {

    /** An assay and the lot it is of. */
    public record LateAssay(AssayId assay, LotId lot) {
        static LateAssay read(Members in) {
            LateAssay late = new LateAssay(in.parsed("assay", 36, AssayId::parse), in.parsed("lot", 36, LotId::parse));
            in.end();
            return late;
        }

        Json json() {
            return Json.object().putWire("assay", assay).putWire("lot", lot).build();
        }
    }

    static PoolAdjusted read(Members in) {
        PoolAdjusted body = new PoolAdjusted(
                PoolState.read(in),
                in.parsed("frozen", PoolOpened.MAX_PERIOD, PoolOpened::periodName),
                in.value("assay") == Json.JsonNull.NULL
                        ? Optional.empty()
                        : Optional.of(LateAssay.read(in.object("assay"))),
                stated(in, "losses"),
                stated(in, "gains"),
                Formats.profiles(in),
                in.parsed("eventTime", 29, WireTime::zoned),
                in.parsed("rest", 44, Digest::parse));
        if (body.losses.masses().isEmpty() && body.gains.masses().isEmpty()) {
            throw new FormatException(Fault.MALFORMED, in.path("losses"), "an adjustment changes something");
        }
        return body;
    }

    private static StatedElements stated(Members in, String name) {
        return StatedElements.read(in, name)
                .orElseThrow(() -> new FormatException(Fault.WRONG_TYPE, in.path(name), "must be an array"));
    }

    /** Books the adjustment from what the statement itself carries. */
    public PoolResult draw() {
        return PoolDraw.adjusted(before.vector(), losses, gains);
    }

    @Override
    public Kind kind() {
        return Kind.POOL_ADJUSTED;
    }

    @Override
    public Optional<OffsetDateTime> eventTime() {
        return Optional.of(happened);
    }

    @Override
    public List<LotVersion> spends() {
        return List.of(before.of());
    }

    @Override
    public JsonObject json() {
        return before.putInto(Json.object())
                .put("assay", assay.map(LateAssay::json).orElse(Json.JsonNull.NULL))
                .put("eventTime", WireTime.text(happened))
                .put("frozen", frozen)
                .put("gains", gains.json())
                .put("losses", losses.json())
                .put("profiles", profiles, OriginProfile::json)
                .putWire("rest", rest)
                .build();
    }
}
