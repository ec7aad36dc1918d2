package io.lodestone.verifier;

import io.lodestone.evidence.archive.LogVerification;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import io.lodestone.evidence.history.Comparison;
import io.lodestone.evidence.history.Comparison.Agreement;
import io.lodestone.evidence.history.Comparison.Sighting;
import io.lodestone.evidence.history.Comparison.SpentSince;
import io.lodestone.evidence.history.Comparison.TwoHistories;
import io.lodestone.evidence.history.HistoryVerification;
import io.lodestone.evidence.history.HistoryVerification.Incomplete;
import io.lodestone.evidence.history.HistoryVerification.Rejected;
import io.lodestone.evidence.history.HistoryVerification.Verified;
import io.lodestone.evidence.history.VerifiedHistory;
import io.lodestone.evidence.history.VerifiedHistory.Place;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.statement.WireTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The report on a lot's history, for people and for programs.
 *
 * @param history the one that was verified; empty where none was
 * @param result the verdict in one word
 * @param lines what was found, after the first line
 */
record HistoryReport(
        Optional<VerifiedHistory> history,
        String result,
        int exitCode,
        List<String> lines,
        Optional<TwoHistories> two) {

    static HistoryReport of(HistoryVerification verification) {
        if (verification instanceof Verified verified) {
            return new HistoryReport(
                    Optional.of(verified.history()), "verified", Verifier.VERIFIED, List.of(), Optional.empty());
        }
        return failed(Optional.empty(), verification);
    }

    private static HistoryReport failed(Optional<VerifiedHistory> history, HistoryVerification why) {
        if (why instanceof Rejected rejected) {
            String reason =
                    rejected.fault().slug() + " (step " + rejected.fault().step() + ")";
            return new HistoryReport(
                    history,
                    "rejected",
                    Verifier.REJECTED,
                    List.of(reason + ": " + rejected.fault().sentence(), rejected.detail()),
                    Optional.empty());
        }
        return new HistoryReport(
                history,
                "incomplete",
                Verifier.MISSING,
                List.of(((Incomplete) why).missing() + " is missing"),
                Optional.empty());
    }

    /** The history to compare with is no good. */
    HistoryReport without(HistoryVerification other) {
        HistoryReport failed = failed(Optional.empty(), other);
        return new HistoryReport(
                Optional.empty(),
                failed.result,
                failed.exitCode,
                prefixed("the other history", failed.lines),
                Optional.empty());
    }

    /** The log to look in is no good. A nullifier that it shows elsewhere is named all the same. */
    HistoryReport without(LogVerification log, Comparison soFar) {
        boolean rejected = log instanceof LogVerification.Rejected;
        Optional<TwoHistories> found = soFar instanceof TwoHistories known ? Optional.of(known) : Optional.empty();
        List<String> all =
                new ArrayList<>(prefixed("the log", LogReport.text(log, Optional.empty(), Optional.empty())));
        found.ifPresent(known -> all.addAll(describe(known)));
        return new HistoryReport(
                Optional.empty(),
                rejected ? "rejected" : "incomplete",
                rejected ? Verifier.REJECTED : Verifier.MISSING,
                all,
                found);
    }

    HistoryReport compared(Comparison comparison) {
        return with(comparison, "the other history");
    }

    HistoryReport searched(Comparison comparison) {
        return with(comparison, "the log");
    }

    private HistoryReport with(Comparison comparison, String what) {
        if (comparison instanceof TwoHistories found) {
            return new HistoryReport(
                    Optional.empty(), "rejected", Verifier.REJECTED, describe(found), Optional.of(found));
        }
        if (comparison instanceof SpentSince since) {
            return new HistoryReport(
                    Optional.empty(), "rejected", Verifier.REJECTED, describe(since), Optional.empty());
        }
        List<String> more = new ArrayList<>(lines);
        more.add(what + " shows " + ((Agreement) comparison).versions() + " of its versions, in the same entries");
        return new HistoryReport(history, result, exitCode, more, two);
    }

    private static List<String> prefixed(String what, List<String> lines) {
        return lines.stream().map(line -> what + ": " + line).toList();
    }

    private static List<String> describe(SpentSince since) {
        return List.of(
                "spent-since: version " + since.version() + " of lot " + since.lot()
                        + ", the last in the file, is spent",
                "entry " + since.by().index() + " of " + since.by().log() + " shows its nullifier " + since.nullifier(),
                "the file is older than that, or the log keeps another history of the lot");
    }

    private static List<String> describe(TwoHistories two) {
        String shared = two.nullifier()
                .map(nullifier -> "both show the nullifier " + nullifier + ", so version " + (two.version() - 1)
                        + " was spent twice")
                .orElse("they share no nullifier");
        return List.of(
                "two-histories: version " + two.version() + " of lot " + two.lot() + " was made twice",
                "entry " + two.one().index() + " of " + two.one().log() + ", leaf "
                        + two.one().leaf(),
                "entry " + two.other().index() + " of " + two.other().log() + ", leaf "
                        + two.other().leaf(),
                shared);
    }

    List<String> text() {
        if (history.isEmpty()) {
            List<String> out = new ArrayList<>();
            lines.forEach(line -> out.add(out.isEmpty() ? result.toUpperCase(Locale.ROOT) + " " + line : "  " + line));
            return out;
        }
        VerifiedHistory of = history.get();
        List<String> out = new ArrayList<>();
        out.add("VERIFIED history of lot " + of.lot());
        out.add("  log             " + of.checkpoint().origin() + ", size "
                + of.checkpoint().size());
        out.add("  versions        " + of.first().version() + " to " + of.last().version()
                + ", each spending the one before");
        of.continues().ifPresent(record -> out.add("  continues       record " + record));
        of.versions()
                .forEach(place -> out.add(
                        "  version " + place.version() + "  entry " + place.index() + "  " + WireTime.text(place.time())
                                + place.nullifier().map(n -> "  nullifier " + n).orElse("")));
        lines.forEach(line -> out.add("  " + line));
        out.add("  Not checked     what the statements say, and what happened to the lot since");
        String mark = of.environment() == Environment.DEVELOPMENT ? "[development] " : "";
        return out.stream().map(line -> mark + line).toList();
    }

    JsonObject json() {
        return Json.object()
                .put("lines", lines, Json::string)
                .put("result", result)
                .with(two, (out, found) -> out.put("twoHistories", json(found)))
                .with(history, HistoryReport::put)
                .build();
    }

    private static ObjectBuilder put(ObjectBuilder out, VerifiedHistory of) {
        return out.putWire("continues", of.continues())
                .put("environment", of.environment().wire())
                .putWire("lot", of.lot())
                .put("origin", of.checkpoint().origin())
                .put("size", of.checkpoint().size().value())
                .put("versions", of.versions(), HistoryReport::json);
    }

    private static JsonObject json(TwoHistories found) {
        return Json.object()
                .put("entries", List.of(found.one(), found.other()), HistoryReport::json)
                .putWire("lot", found.lot())
                .put("lotVersion", found.version())
                .putWire("nullifier", found.nullifier())
                .build();
    }

    private static JsonObject json(Sighting entry) {
        return Json.object()
                .put("index", entry.index())
                .putWire("leaf", entry.leaf())
                .put("log", entry.log())
                .build();
    }

    private static JsonObject json(Place place) {
        return Json.object()
                .put("index", place.index().value())
                .put("lotVersion", place.version())
                .putWire("nullifier", place.nullifier())
                .put("time", WireTime.text(place.time()))
                .build();
    }
}
