package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.DecimalText;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A laboratory's result for a lot. It is evidence beside the book composition and changes no mass.
 *
 * @param laboratory salted digest of the laboratory, whose name is in an annex
 * @param report digest of the report document
 */
public record AssayRecorded(
        AssayId assay,
        LotVersion of,
        Basis basis,
        String method,
        Optional<Digest> laboratory,
        Optional<Digest> report,
        List<Result> results,
        OffsetDateTime happened)
        implements Body {

    private static final int MAX_RESULTS = 128;

    /** What a fraction is a fraction of; Pr2O3 against Pr6O11 alone moves a mass by 3.2 %. */
    public enum Basis {
        METAL,
        OXIDE,
        TREO;

        public static Basis parse(String text) {
            for (Basis basis : values()) {
                if (basis.wire().equals(text)) {
                    return basis;
                }
            }
            throw new IllegalArgumentException("must be metal, oxide or TREO");
        }

        public String wire() {
            return this == TREO ? "TREO" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** A measured mass fraction with its expanded uncertainty and coverage factor. */
    public record Result(
            String substance,
            DecimalText fraction,
            Optional<DecimalText> uncertainty,
            Optional<DecimalText> coverageFactor) {

        static Result read(Members in) {
            return new Result(
                    in.string("substance", 16),
                    in.parsed("fraction", 37, DecimalText::parse),
                    in.nullableParsed("uncertainty", 37, DecimalText::parse),
                    in.nullableParsed("coverageFactor", 37, DecimalText::parse));
        }

        JsonObject json() {
            return Json.object()
                    .putWire("coverageFactor", coverageFactor)
                    .putWire("fraction", fraction)
                    .put("substance", substance)
                    .putWire("uncertainty", uncertainty)
                    .build();
        }
    }

    static AssayRecorded read(Members in) {
        return new AssayRecorded(
                in.parsed("assay", 36, AssayId::parse),
                new LotVersion(in.parsed("lot", 36, LotId::parse), in.integer("lotVersion", 1, Json.JsonInteger.MAX)),
                in.parsed("basis", 8, Basis::parse),
                in.string("method", 64),
                in.nullableParsed("laboratory", 44, Digest::parse),
                in.nullableParsed("report", 44, Digest::parse),
                Formats.notEmpty(in.path("results"), in.objects("results", MAX_RESULTS, Result::read)),
                in.parsed("eventTime", 29, WireTime::zoned));
    }

    @Override
    public Kind kind() {
        return Kind.ASSAY_RECORDED;
    }

    @Override
    public Optional<OffsetDateTime> eventTime() {
        return Optional.of(happened);
    }

    @Override
    public List<LotVersion> spends() {
        return List.of(of);
    }

    @Override
    public JsonObject json() {
        return Json.object()
                .putWire("assay", assay)
                .put("basis", basis.wire())
                .put("eventTime", WireTime.text(happened))
                .putWire("laboratory", laboratory)
                .putWire("lot", of.lot())
                .put("lotVersion", of.version())
                .put("method", method)
                .putWire("report", report)
                .put("results", results, Result::json)
                .build();
    }
}
