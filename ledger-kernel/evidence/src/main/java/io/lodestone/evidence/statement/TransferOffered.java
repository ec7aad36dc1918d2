package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.quantity.Mass;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The holder offers whole lots to a recipient. Until that is answered nobody can use them.
 *
 * @param titlePasses whether ownership goes with possession; it stays where the recipient only works the material
 * @param documents digests of invoices, bills of lading and the like, sorted
 */
public record TransferOffered(
        TransferId transfer,
        PartyId recipient,
        boolean titlePasses,
        String purpose,
        Route route,
        List<Offered> lots,
        List<Digest> documents,
        OffsetDateTime happened)
        implements Body {

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

    static TransferOffered read(Members in) {
        List<Offered> lots = Formats.notEmpty(in.path("lots"), in.objects("lots", Formats.MAX_LOTS, Offered::read));
        Formats.sorted(in.path("lots"), lots, item -> item.of().lot());
        List<Digest> documents = in.strings("documents", 64, 44, Digest::parse);
        Formats.sorted(in.path("documents"), documents, digest -> digest);
        return new TransferOffered(
                in.parsed("transfer", 36, TransferId::parse),
                in.parsed("recipient", 36, PartyId::parse),
                in.parsed("title", 8, TransferOffered::passes),
                in.parsed("purpose", 64, TransferOffered::purpose),
                Route.read(in.object("route")),
                lots,
                documents,
                in.parsed("eventTime", 29, WireTime::zoned));
    }

    private static boolean passes(String title) {
        return switch (title) {
            case "passes" -> true;
            case "stays" -> false;
            default -> throw new IllegalArgumentException("must be passes or stays");
        };
    }

    private static String purpose(String text) {
        if (!List.of("sale", "tolling", "gift", "sample", "exhibition", "loan", "return")
                .contains(text)) {
            throw new IllegalArgumentException("must be sale, tolling, gift, sample, exhibition, loan or return");
        }
        return text;
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
        return Json.object()
                .put("documents", documents, digest -> Json.string(digest.toString()))
                .put("eventTime", WireTime.text(happened))
                .put("lots", lots, Offered::json)
                .put("purpose", purpose)
                .putWire("recipient", recipient)
                .put("route", route.json())
                .put("title", titlePasses ? "passes" : "stays")
                .putWire("transfer", transfer)
                .build();
    }
}
