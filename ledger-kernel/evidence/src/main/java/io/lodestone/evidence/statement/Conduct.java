package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.OriginProfile.Recycled;
import io.lodestone.evidence.provenance.Places;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * How a transformation was carried out; stated from version 2 on.
 *
 * @param started when it began; empty where only its end, the event time, is known
 * @param equipment the countries the equipment came from
 * @param recycled what recycling makes of material that was not recycled before: pre-consumer or post-consumer; stated
 *     for recycling alone
 */
public record Conduct(Optional<OffsetDateTime> started, Places equipment, Optional<Recycled> recycled) {

    public Conduct {
        if (recycled.isPresent() && (recycled.get() == Recycled.NONE || recycled.get() == Recycled.UNKNOWN)) {
            throw new FormatException(Fault.MALFORMED, "recycled", "must be pre-consumer, post-consumer or null");
        }
    }

    static Conduct read(Members in) {
        return new Conduct(
                in.nullableParsed("started", 29, WireTime::zoned),
                Places.read(in, "equipment"),
                in.nullableParsed("recycled", 16, Recycled::parse));
    }

    /** Of what recycles nothing, and so does not say what recycling makes of it. */
    static Conduct readWithoutRecycled(Members in) {
        return new Conduct(
                in.nullableParsed("started", 29, WireTime::zoned), Places.read(in, "equipment"), Optional.empty());
    }

    ObjectBuilder putIntoWithoutRecycled(ObjectBuilder out) {
        return out.put("equipment", equipment.json()).putWire("started", started.map(WireTime::text));
    }

    ObjectBuilder putInto(ObjectBuilder out) {
        return out.put("equipment", equipment.json())
                .putWire("recycled", recycled.map(Recycled::wire))
                .putWire("started", started.map(WireTime::text));
    }
}
