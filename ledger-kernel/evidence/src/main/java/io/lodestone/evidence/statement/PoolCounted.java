package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.PoolDraw;
import io.lodestone.evidence.provenance.PoolResult;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stock-take of a pool. Of an element that is counted, less than the book is booked as a loss, and more than the book
 * is an observation that moves nothing; an element that is not counted stays as it is.
 *
 * @param counted what was found, sorted by element
 * @param profiles exactly those of the pool
 * @param rest digest of what the pool holds afterwards
 */
public record PoolCounted(
        PoolState before,
        List<MeasuredElement> counted,
        List<OriginProfile> profiles,
        OffsetDateTime happened,
        Digest rest)
        implements Body {

    private static final int MAX_COUNTED = 100;

    public PoolCounted {
        counted = List.copyOf(counted);
    }

    static PoolCounted read(Members in) {
        List<MeasuredElement> counted =
                Formats.notEmpty(in.path("counted"), in.objects("counted", MAX_COUNTED, MeasuredElement::read));
        Formats.sorted(in.path("counted"), counted, row -> row.element().symbol());
        return new PoolCounted(
                PoolState.read(in),
                counted,
                Formats.profiles(in),
                in.parsed("eventTime", 29, WireTime::zoned),
                in.parsed("rest", 44, Digest::parse));
    }

    /** Books the differences from what the statement itself carries. */
    public PoolResult draw() {
        SortedMap<Element, Mass> found = new TreeMap<>(Element.BY_SYMBOL);
        counted.forEach(row -> found.put(row.element(), row.mass()));
        return PoolDraw.counted(before.vector(), found);
    }

    @Override
    public Kind kind() {
        return Kind.POOL_COUNTED;
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
                .put("counted", counted, MeasuredElement::json)
                .put("eventTime", WireTime.text(happened))
                .put("profiles", profiles, OriginProfile::json)
                .putWire("rest", rest)
                .build();
    }
}
