package io.lodestone.lots.assay;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Substance;
import io.lodestone.evidence.statement.Annex;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.AssayRecorded.Basis;
import io.lodestone.evidence.statement.AssayRecorded.Rank;
import io.lodestone.evidence.statement.AssayRecorded.Sampled;
import io.lodestone.evidence.statement.AssayRecorded.Stage;
import io.lodestone.evidence.statement.AssayResult;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.custody.Disposition.Refused;
import io.lodestone.lots.lot.BookedLot;
import io.lodestone.lots.lot.Usable;
import io.lodestone.lots.outbox.Fields;
import io.lodestone.lots.outbox.Prepared;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A laboratory's results to be recorded. */
public record AssayRequest(
        Optional<AssayId> assay,
        Basis basis,
        String method,
        Optional<String> laboratoryName,
        Optional<Digest> report,
        OffsetDateTime eventTime,
        List<AssayResult> results,
        Rank rank) {

    private static final int MAX_RESULTS = 128;
    private static final int DECIMAL = 37;

    public AssayRequest {
        results = List.copyOf(results);
    }

    public static AssayRequest read(Members in) {
        AssayRequest request = new AssayRequest(
                in.optionalParsed("assay", 36, AssayId::parse),
                in.parsed("basis", 8, Basis::parse),
                in.parsed("method", 64, Fields::name),
                in.optionalParsed("laboratoryName", Fields.NAME, Fields::name),
                in.optionalParsed("report", 44, Digest::parse),
                in.parsed("eventTime", 29, WireTime::zoned),
                in.objects("results", MAX_RESULTS, AssayRequest::result),
                new Rank(
                        in.parsed("stage", 16, Stage::parse),
                        in.parsed("sampled", 8, Sampled::parse),
                        in.optionalParsed("supersedes", 36, AssayId::parse)));
        if (request.results.isEmpty()) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, in.path("results"), "needs at least one result");
        }
        Set<String> seen = new HashSet<>();
        for (AssayResult result : request.results) {
            for (String part : Reported.parts(result.substance())) {
                if (!seen.add(part)) {
                    throw new FormatException(
                            Fault.MALFORMED, in.path("results"), part + " is reported by more than one result");
                }
            }
        }
        return request;
    }

    private static AssayResult result(Members in) {
        String substance = in.parsed("substance", Substance.MAX_LENGTH, Reported::parse);
        Optional<DecimalText> fraction = in.optionalParsed("fraction", DECIMAL, Fields::decimal);
        Optional<DecimalText> uncertainty = in.optionalParsed("uncertainty", DECIMAL, Fields::decimal);
        Optional<DecimalText> coverage = in.optionalParsed("coverageFactor", DECIMAL, Fields::decimal);
        Optional<DecimalText> below = in.optionalParsed("below", DECIMAL, Fields::decimal);
        Optional<DecimalText> from = in.optionalParsed("from", DECIMAL, Fields::decimal);
        Optional<DecimalText> to = in.optionalParsed("to", DECIMAL, Fields::decimal);
        try {
            return new AssayResult(substance, fraction, uncertainty, coverage, below, from, to);
        } catch (FormatException e) {
            throw new FormatException(e.fault(), in.path(e.path()), e.reason());
        }
    }

    /** The statement that comes of it, or why that party may not make it of the lot. */
    public Prepared prepare(
            PartyId party, @Nullable BookedLot lot, boolean pending, AssayId fresh, Supplier<Salt> salts) {
        Optional<Refused> refusal = Usable.refusal(lot, party, pending, "body.lot");
        if (lot == null || refusal.isPresent()) {
            return new Prepared.Impossible(refusal.orElseThrow());
        }
        Optional<Annex> annex = laboratoryName.map(name -> Annex.name("laboratory", name, salts.get()));
        AssayRecorded body = body(fresh, new LotVersion(lot.lot(), lot.version()), annex.map(Annex::digest));
        return new Prepared.Ready(body, annex.stream().toList());
    }

    /** The statement that comes of it, for the lot as it is now. */
    private AssayRecorded body(AssayId fresh, LotVersion of, Optional<Digest> laboratory) {
        return new AssayRecorded(
                assay.orElse(fresh), of, basis, method, laboratory, report, results, eventTime, Optional.of(rank));
    }
}
