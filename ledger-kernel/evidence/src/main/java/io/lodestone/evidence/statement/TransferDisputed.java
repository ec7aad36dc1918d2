package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The recipient does not take an offer over as it is. The lots stay on offer, to be used by nobody, until the sender
 * cancels or the recipient takes them over after all; what is wrong in words stands in an annex.
 *
 * @param lots those that are still on offer under this transfer, each with what the recipient weighed, if it did
 */
public record TransferDisputed(TransferId transfer, Reason reason, List<Item> lots, OffsetDateTime happened)
        implements Body {

    /** What is wrong, for machines. */
    public enum Reason {
        NOT_RECEIVED,
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
                    "must be not-received, weight, composition, wrong-material, damage," + " seal, documents or other");
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A lot as it stood while offered, and what the recipient's scales say of it. */
    public record Item(LotVersion of, Optional<Weighing> weighing) {

        static Item read(Members in) {
            LotVersion of = Formats.lotVersion(in);
            return new Item(
                    of, in.value("weighing") == JsonNull.NULL ? Optional.empty() : Optional.of(Weighing.read(in)));
        }

        JsonObject json() {
            return Formats.json(of)
                    .with("weighing", weighing.<Json>map(Weighing::json).orElse(JsonNull.NULL));
        }
    }

    public TransferDisputed {
        lots = List.copyOf(lots);
    }

    static TransferDisputed read(Members in) {
        List<Item> lots = Formats.notEmpty(in.path("lots"), in.objects("lots", Formats.MAX_LOTS, Item::read));
        Formats.sorted(in.path("lots"), lots, item -> item.of().lot());
        return new TransferDisputed(
                in.parsed("transfer", 36, TransferId::parse),
                in.parsed("reason", 16, Reason::parse),
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
