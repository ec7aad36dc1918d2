package io.lodestone.custody.transfer;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Incoterm;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.OfferTerms;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.TransferOffered.Route;
import io.lodestone.evidence.statement.TransportDocument;
import io.lodestone.evidence.statement.WireTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a holder asks for when it offers lots.
 *
 * @param lots sorted by id; without a mass, what is left of the lot
 * @param terms present where anything is asked for that only version 2 can state
 */
public record OfferRequest(
        Optional<TransferId> transfer,
        PartyId recipient,
        boolean titlePasses,
        String purpose,
        Route route,
        List<Wanted> lots,
        List<Digest> documents,
        Optional<OffsetDateTime> happened,
        Optional<OfferTerms> terms) {

    private static final int MAX_LOTS = 1_000;
    private static final int MAX_DOCUMENTS = 64;
    private static final OfferTerms NONE = new OfferTerms(Optional.empty(), Optional.empty(), List.of(), List.of());

    public record Wanted(LotId lot, Optional<Mass> mass) {}

    public static OfferRequest read(Members in) {
        return new OfferRequest(
                in.optionalParsed("transfer", 36, TransferId::parse),
                in.parsed("recipient", 36, PartyId::parse),
                in.parsed("title", 8, OfferRequest::passes),
                in.string("purpose", 64),
                route(in.object("route")),
                sorted(in.objects("lots", MAX_LOTS, OfferRequest::wanted)),
                has(in, "documents")
                        ? in.strings("documents", MAX_DOCUMENTS, 44, Digest::parse).stream()
                                .sorted()
                                .distinct()
                                .toList()
                        : List.of(),
                in.optionalParsed("eventTime", 29, WireTime::zoned),
                terms(in));
    }

    private static Optional<OfferTerms> terms(Members in) {
        OfferTerms terms = new OfferTerms(
                in.optionalParsed("expires", 24, WireTime::instant),
                in.optionalParsed("incoterm", 3, Incoterm::parse),
                has(in, "seals")
                        ? in.strings("seals", OfferTerms.MAX_SEALS, OfferTerms.MAX_SEAL, seal -> seal).stream()
                                .sorted()
                                .distinct()
                                .toList()
                        : List.of(),
                has(in, "transport") ? transport(in) : List.of());
        boolean later = !terms.equals(NONE) || in.string("purpose", 64).equals("internal");
        return later ? Optional.of(terms) : Optional.empty();
    }

    private static List<TransportDocument> transport(Members in) {
        TreeMap<Digest, TransportDocument> byDigest = new TreeMap<>();
        in.objects("transport", OfferTerms.MAX_TRANSPORT, TransportDocument::read)
                .forEach(paper -> byDigest.put(paper.digest(), paper));
        return List.copyOf(byDigest.values());
    }

    private static boolean has(Members in, String name) {
        Optional<Json> value = in.optional(name);
        return value.isPresent()
                && !(value.get() instanceof JsonArray list && list.items().isEmpty());
    }

    private static Wanted wanted(Members in) {
        return new Wanted(in.parsed("lot", 36, LotId::parse), in.optionalParsed("massKg", 40, Mass::parseKg));
    }

    private static List<Wanted> sorted(List<Wanted> lots) {
        TreeMap<LotId, Wanted> byId = new TreeMap<>();
        lots.forEach(wanted -> byId.put(wanted.lot(), wanted));
        if (lots.isEmpty() || byId.size() != lots.size()) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, "lots", "needs at least one lot, each once");
        }
        return List.copyOf(byId.values());
    }

    private static Route route(Members in) {
        Route route = new Route(
                in.parsed("dispatch", 2, Places::country),
                has(in, "transit") ? in.strings("transit", 16, 2, Places::country) : List.of(),
                in.parsed("destination", 2, Places::country));
        in.end();
        return route;
    }

    private static boolean passes(String title) {
        return switch (title) {
            case "passes" -> true;
            case "stays" -> false;
            default -> throw new IllegalArgumentException("must be passes or stays");
        };
    }
}
