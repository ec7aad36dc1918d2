package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a party stated before was wrong: it is replaced, or void. The corrected statement stays in the log as it is; what
 * follows from it is computed again by {@link LotsRecomputed}.
 *
 * @param corrects digest of the LotRegistered or LotsTransformed that was wrong
 * @param lots all lots of a statement that is void, at the versions at which nothing else refers to them; else none
 * @param replacement empty where the statement is void
 */
public record Correction(
        Digest corrects,
        OffsetDateTime happened,
        Reason reason,
        List<LotVersion> lots,
        Optional<Replacement> replacement)
        implements Body {

    /** Why it had to be corrected. */
    public enum Reason {
        TYPING_ERROR,
        REASSAY,
        REWEIGHING,
        REVERSAL,
        OTHER;

        public static Reason parse(String text) {
            for (Reason reason : values()) {
                if (reason.wire().equals(text)) {
                    return reason;
                }
            }
            throw new IllegalArgumentException("must be typing-error, reassay, reweighing, reversal or other");
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Correction {
        lots = List.copyOf(lots);
    }

    static Correction read(Members in) {
        Correction correction = new Correction(
                in.parsed("corrects", 44, Digest::parse),
                in.parsed("eventTime", 29, WireTime::zoned),
                in.parsed("reason", 16, Reason::parse),
                in.objects("lots", Formats.MAX_LOTS, Formats::lotVersion),
                in.value("replacement") == Json.JsonNull.NULL
                        ? Optional.empty()
                        : Optional.of(Replacement.read(in.object("replacement"))));
        Formats.sorted(in.path("lots"), correction.lots, LotVersion::lot);
        if (correction.isVoid() == correction.lots.isEmpty()) {
            throw new FormatException(
                    Fault.MALFORMED, in.path("lots"), "are named where the statement is void, and only there");
        }
        return correction;
    }

    /** Whether what was stated never happened at all. */
    public boolean isVoid() {
        return replacement.isEmpty();
    }

    @Override
    public Kind kind() {
        return Kind.CORRECTION;
    }

    @Override
    public Optional<OffsetDateTime> eventTime() {
        return Optional.of(happened);
    }

    @Override
    public List<LotVersion> spends() {
        return lots;
    }

    @Override
    public JsonObject json() {
        return Json.object()
                .putWire("corrects", corrects)
                .put("eventTime", WireTime.text(happened))
                .put("lots", lots, Formats::json)
                .put("reason", reason.wire())
                .put("replacement", replacement.<Json>map(Replacement::json).orElse(Json.JsonNull.NULL))
                .build();
    }
}
