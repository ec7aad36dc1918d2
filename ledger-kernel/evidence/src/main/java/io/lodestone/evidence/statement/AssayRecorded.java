package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Ratio;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A laboratory's result for a lot. It is evidence beside the book composition and changes no mass.
 *
 * @param laboratory salted digest of the laboratory, whose name is in an annex
 * @param report digest of the report document
 * @param rank stated from version 2 on
 */
public record AssayRecorded(
        AssayId assay,
        LotVersion of,
        Basis basis,
        String method,
        Optional<Digest> laboratory,
        Optional<Digest> report,
        List<AssayResult> results,
        OffsetDateTime happened,
        Optional<Rank> rank)
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

    /**
     * How an assay stands beside others of the same lot; stated from version 2 on.
     *
     * @param supersedes the assay of this lot that it takes the place of; that one stays as it is
     */
    public record Rank(Stage stage, Sampled sampled, Optional<AssayId> supersedes) {
        static Rank read(Members in) {
            return new Rank(
                    in.parsed("stage", 16, Stage::parse),
                    in.parsed("sampled", 8, Sampled::parse),
                    in.nullableParsed("supersedes", 36, AssayId::parse));
        }

        ObjectBuilder putInto(ObjectBuilder out) {
            return out.put("sampled", sampled.wire()).put("stage", stage.wire()).putWire("supersedes", supersedes);
        }
    }

    /** An umpire assay is a third laboratory's, and decides between two parties. */
    public enum Stage {
        PROVISIONAL,
        FINAL,
        UMPIRE;

        public static Stage parse(String text) {
            for (Stage stage : values()) {
                if (stage.wire().equals(text)) {
                    return stage;
                }
            }
            throw new IllegalArgumentException("must be provisional, final or umpire");
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the fractions are of the material as it is, or of the dried sample. */
    public enum Sampled {
        AS_IS,
        DRY;

        public static Sampled parse(String text) {
            for (Sampled sampled : values()) {
                if (sampled.wire().equals(text)) {
                    return sampled;
                }
            }
            throw new IllegalArgumentException("must be as-is or dry");
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Version 1, which does not say how it stands beside other assays. */
    public AssayRecorded(
            AssayId assay,
            LotVersion of,
            Basis basis,
            String method,
            Optional<Digest> laboratory,
            Optional<Digest> report,
            List<AssayResult> results,
            OffsetDateTime happened) {
        this(assay, of, basis, method, laboratory, report, results, happened, Optional.empty());
    }

    static AssayRecorded read(Members in, long version) {
        return new AssayRecorded(
                in.parsed("assay", 36, AssayId::parse),
                new LotVersion(in.parsed("lot", 36, LotId::parse), in.integer("lotVersion", 1, Json.JsonInteger.MAX)),
                in.parsed("basis", 8, Basis::parse),
                in.string("method", 64),
                in.nullableParsed("laboratory", 44, Digest::parse),
                in.nullableParsed("report", 44, Digest::parse),
                Formats.notEmpty(
                        in.path("results"),
                        in.objects("results", MAX_RESULTS, each -> AssayResult.read(each, version))),
                in.parsed("eventTime", 29, WireTime::zoned),
                version > 1 ? Optional.of(Rank.read(in)) : Optional.empty());
    }

    @Override
    public Kind kind() {
        return Kind.ASSAY_RECORDED;
    }

    @Override
    public long version() {
        return rank.isPresent() ? 2 : 1;
    }

    /**
     * Whether the results together are more than the whole by more than their joint uncertainty: (sum - 1)^2 against
     * the sum of the squares of the expanded uncertainties at k = 2, so that no root is taken.
     */
    public boolean exceedsWhole() {
        Ratio sum = Ratio.ZERO;
        Ratio squares = Ratio.ZERO;
        for (AssayResult result : results) {
            sum = sum.plus(result.least());
            squares = squares.plus(result.squaredUncertainty());
        }
        if (sum.compareTo(Ratio.ONE) <= 0) {
            return false;
        }
        Ratio excess = sum.minus(Ratio.ONE);
        return excess.times(excess).compareTo(squares) > 0;
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
                .with(rank, (out, stated) -> stated.putInto(out))
                .putWire("assay", assay)
                .put("basis", basis.wire())
                .put("eventTime", WireTime.text(happened))
                .putWire("laboratory", laboratory)
                .putWire("lot", of.lot())
                .put("lotVersion", of.version())
                .put("method", method)
                .putWire("report", report)
                .put("results", results, result -> result.json(version()))
                .build();
    }
}
