package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.Mass;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The recipient does not take an offer over as it is. The lots stay on offer, to be used by nobody, until the sender
 * cancels or the recipient takes them over after all; what is wrong in words stands in an annex. It can say how much of a
 * lot the recipient would take, and as which lot: the sender then cancels, splits that off, and offers it.
 *
 * @param lots those that are still on offer under this transfer
 */
public record TransferDisputed(TransferId transfer, Reason reason, List<Item> lots, OffsetDateTime happened)
        implements Body {

    /** What is wrong, for machines. */
    public enum Reason {
        NOT_RECEIVED,
        /** Only some of it is taken, as {@link Part}s say. */
        PART,
        WEIGHT,
        COMPOSITION,
        WRONG_MATERIAL,
        DAMAGE,
        SEAL,
        DOCUMENTS,
        OTHER;

        public static Reason parse(String text) {
            for (Reason reason : values()) {
                if (reason.wire().equals(text)) {
                    return reason;
                }
            }
            throw new IllegalArgumentException(
                    "must be not-received, part, weight, composition, wrong-material, damage,"
                            + " seal, documents or other");
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** So much of a lot, as a lot of its own. */
    public record Part(LotId lot, Mass mass) {

        static Part read(Members body) {
            Members in = body.object("takes");
            Part part = new Part(in.parsed("lot", 36, LotId::parse), in.parsed("massUg", 19, Mass::parsePositive));
            in.end();
            return part;
        }

        JsonObject json() {
            return Json.object().putWire("lot", lot).putWire("massUg", mass).build();
        }
    }

    /** A lot as it stood while offered, what the recipient's scales say of it, and what it would take of it. */
    public record Item(LotVersion of, Optional<Weighing> weighing, Optional<Part> takes) {

        static Item read(Members in) {
            LotVersion of = Formats.lotVersion(in);
            Optional<Part> takes = in.value("takes") == JsonNull.NULL ? Optional.empty() : Optional.of(Part.read(in));
            return new Item(
                    of,
                    in.value("weighing") == JsonNull.NULL ? Optional.empty() : Optional.of(Weighing.read(in)),
                    takes);
        }

        JsonObject json() {
            return Formats.json(of)
                    .with("takes", takes.<Json>map(Part::json).orElse(JsonNull.NULL))
                    .with("weighing", weighing.<Json>map(Weighing::json).orElse(JsonNull.NULL));
        }
    }

    public TransferDisputed {
        lots = List.copyOf(lots);
    }

    static TransferDisputed read(Members in) {
        List<Item> lots = Formats.notEmpty(in.path("lots"), in.objects("lots", Formats.MAX_LOTS, Item::read));
        Formats.sorted(in.path("lots"), lots, item -> item.of().lot());
        List<LotId> parts = lots.stream()
                .flatMap(item -> item.takes().stream())
                .map(Part::lot)
                .toList();
        Formats.different(in.path("lots"), parts);
        Reason reason = in.parsed("reason", 16, Reason::parse);
        if (reason == Reason.PART && parts.isEmpty()) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, in.path("lots"), "none of them says what is taken of it");
        }
        return new TransferDisputed(
                in.parsed("transfer", 36, TransferId::parse),
                reason,
                lots,
                in.parsed("eventTime", 29, WireTime::zoned));
    }

    @Override
    public Kind kind() {
        return Kind.TRANSFER_DISPUTED;
    }

    @Override
    public Optional<OffsetDateTime> eventTime() {
        return Optional.of(happened);
    }

    @Override
    public List<LotVersion> spends() {
        return lots.stream().map(Item::of).toList();
    }

    @Override
    public JsonObject json() {
        return Json.object()
                .put("eventTime", WireTime.text(happened))
                .put("lots", lots, Item::json)
                .put("reason", reason.wire())
                .putWire("transfer", transfer)
                .build();
    }
}
