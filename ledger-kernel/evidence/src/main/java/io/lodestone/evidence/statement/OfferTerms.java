package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.canonical.Members;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an offer says of its delivery since version 2.
 *
 * @param expires log time up to which it can be answered; empty where it stays open
 * @param seals numbers of the seals on the goods, sorted
 * @param transport papers that travel with them, sorted by digest
 */
public record OfferTerms(
        Optional<Instant> expires, Optional<Incoterm> incoterm, List<String> seals, List<TransportDocument> transport) {

    public static final int MAX_SEALS = 64;
    public static final int MAX_SEAL = 32;
    public static final int MAX_TRANSPORT = 32;

    public OfferTerms {
        expires = expires.map(WireTime::truncate);
        seals = List.copyOf(seals);
        transport = List.copyOf(transport);
    }

    static OfferTerms read(Members in) {
        List<String> seals = in.strings("seals", MAX_SEALS, MAX_SEAL, Formats::text);
        Formats.sorted(in.path("seals"), seals, seal -> seal);
        List<TransportDocument> transport = in.objects("transport", MAX_TRANSPORT, TransportDocument::read);
        Formats.sorted(in.path("transport"), transport, TransportDocument::digest);
        return new OfferTerms(
                in.nullableParsed("expires", 24, WireTime::instant),
                in.nullableParsed("incoterm", 3, Incoterm::parse),
                seals,
                transport);
    }

    ObjectBuilder into(ObjectBuilder body) {
        return body.putWire("expires", expires.map(WireTime::text))
                .putWire("incoterm", incoterm)
                .put("seals", Json.strings(seals))
                .put("transport", transport, TransportDocument::json);
    }
}
