package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.quantity.Mass;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The holder offers whole lots to a recipient. Until that is answered nobody can use them.
 *
 * @param titlePasses whether ownership goes with possession; it stays where the recipient only works the material
 * @param documents digests of invoices, bills of lading and the like, sorted
 * @param terms what version 2 says besides; empty in version 1
 */
public record TransferOffered(
        TransferId transfer,
        PartyId recipient,
        boolean titlePasses,
        String purpose,
        Route route,
        List<Offered> lots,
        List<Digest> documents,
        OffsetDateTime happened,
        Optional<OfferTerms> terms)
        implements Body {

    private static final List<String> PURPOSES =
            List.of("sale", "tolling", "gift", "sample", "exhibition", "loan", "return", "internal");

    /** Between plants of one group; the last of the list, and unknown to version 1. */
    private static final String INTERNAL = "internal";

    /** An offer as version 1 states it. */
    public TransferOffered(
            TransferId transfer,
            PartyId recipient,
            boolean titlePasses,
            String purpose,
            Route route,
            List<Offered> lots,
            List<Digest> documents,
            OffsetDateTime happened) {
        this(transfer, recipient, titlePasses, purpose, route, lots, documents, happened, Optional.empty());
    }

    /** The way the goods go: country of dispatch, countries passed through in order, destination. */
    public record Route(String dispatch, List<String> transit, String destination) {

        static Route read(Members in) {
            Route route = new Route(
                    in.parsed("dispatch", 2, Places::country),
                    in.strings("transit", 16, 2, Places::country),
                    in.parsed("destination", 2, Places::country));
            in.end();
            return route;
        }

        JsonObject json() {
            return Json.object()
                    .put("destination", destination)
                    .put("dispatch", dispatch)
                    .put("transit", Json.strings(transit))
                    .build();
        }
    }

    /** A lot as offered: its version and the mass the sender states, which is all that is left of it. */
    public record Offered(LotVersion of, Mass mass) {

        static Offered read(Members in) {
            return new Offered(
                    new LotVersion(
                            in.parsed("lot", 36, LotId::parse), in.integer("lotVersion", 1, Json.JsonInteger.MAX)),
                    in.parsed("massUg", 19, Mass::parsePositive));
        }

        JsonObject json() {
            return Json.object()
                    .putWire("lot", of.lot())
                    .put("lotVersion", of.version())
                    .putWire("massUg", mass)
                    .build();
        }
    }

    static TransferOffered read(Members in, long version) {
        List<Offered> lots = Formats.notEmpty(in.path("lots"), in.objects("lots", Formats.MAX_LOTS, Offered::read));
        Formats.sorted(in.path("lots"), lots, item -> item.of().lot());
        List<Digest> documents = in.strings("documents", 64, 44, Digest::parse);
        Formats.sorted(in.path("documents"), documents, digest -> digest);
        return new TransferOffered(
                in.parsed("transfer", 36, TransferId::parse),
                in.parsed("recipient", 36, PartyId::parse),
                in.parsed("title", 8, TransferOffered::passes),
                in.parsed("purpose", 64, text -> purpose(text, version)),
                Route.read(in.object("route")),
                lots,
                documents,
                in.parsed("eventTime", 29, WireTime::zoned),
                version == 1 ? Optional.empty() : Optional.of(OfferTerms.read(in)));
    }

    private static boolean passes(String title) {
        return switch (title) {
            case "passes" -> true;
            case "stays" -> false;
            default -> throw new IllegalArgumentException("must be passes or stays");
        };
    }

    private static String purpose(String text, long version) {
        if (!PURPOSES.contains(text) || (version == 1 && text.equals(INTERNAL))) {
            throw new IllegalArgumentException(
                    "must be sale, tolling, gift, sample, exhibition, loan, return or, since version 2, internal");
        }
        return text;
    }

    /** Log time up to which it can be answered; empty where it stays open. */
    public Optional<Instant> expires() {
        return terms.flatMap(OfferTerms::expires);
    }

    /** Every document it names, sorted, each once. */
    public List<Digest> papers() {
        SortedSet<Digest> papers = new TreeSet<>(documents);
        terms.ifPresent(more -> more.transport().forEach(paper -> papers.add(paper.digest())));
        return List.copyOf(papers);
    }

    @Override
    public long version() {
        return terms.isPresent() ? 2 : 1;
    }

    @Override
    public Kind kind() {
        return Kind.TRANSFER_OFFERED;
    }

    @Override
    public Optional<OffsetDateTime> eventTime() {
        return Optional.of(happened);
    }

    @Override
    public List<LotVersion> spends() {
        return lots.stream().map(Offered::of).toList();
    }

    @Override
    public JsonObject json() {
        ObjectBuilder body = Json.object()
                .put("documents", documents, digest -> Json.string(digest.toString()))
                .put("eventTime", WireTime.text(happened))
                .put("lots", lots, Offered::json)
                .put("purpose", purpose)
                .putWire("recipient", recipient)
                .put("route", route.json())
                .put("title", titlePasses ? "passes" : "stays")
                .putWire("transfer", transfer);
        return body.with(terms, (into, more) -> more.into(into)).build();
    }
}
