package io.lodestone.evidence.ruleset;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * A ruleset file: measures with dated limbs, the facts they read, the sources they cite and what it leaves out
 * ({@code SPEC.md}, ruleset). Reading refuses unknown members, undeclared facts and sources, gaps and overlaps of
 * intervals, and CEL outside the closed subset; a ruleset that was read can be evaluated on any day.
 */
public final class Ruleset {

    /** A file of this size holds several hundred limbs. */
    public static final int MAX_BYTES = 256 << 10;

    private static final int MAX_MEASURES = 64;
    private static final int MAX_FACTS = 64;
    private static final int MAX_SOURCES = 256;
    private static final int MAX_TEXT = 1_024;
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]{0,63}");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    private final JsonObject json;
    private final Digest digest;
    private final String id;
    private final String edition;
    private final LocalDate knownTo;
    private final SortedMap<String, FactType> facts;
    private final List<String> notCovered;
    private final List<Measure> measures;

    private Ruleset(JsonObject json) {
        Members in = Members.of(json);
        in.format("lodestone-ruleset", 1);
        this.json = json;
        digest = Digest.sha256(CanonicalJson.bytes(json));
        id = in.parsed("id", 64, Ruleset::checkId);
        edition = in.parsed("edition", 64, Ruleset::checkId);
        knownTo = in.parsed("knownTo", 10, Days::parse);
        facts = map(in, "facts", MAX_FACTS, (inner, name) -> inner.parsed(name, 16, FactType::parse));
        facts.keySet().forEach(name -> checkName(name, in.path("facts")));
        Cites cites = new Cites(map(in, "sources", MAX_SOURCES, (inner, key) -> inner.string(key, MAX_TEXT))
                .keySet());
        notCovered = in.strings("notCovered", 64, MAX_TEXT, text -> text);
        measures = in.objects("measures", MAX_MEASURES, measure -> Measure.read(measure, facts, cites));
        in.end();
        if (measures.isEmpty() || measures.stream().map(Measure::id).distinct().count() != measures.size()) {
            throw new FormatException(Fault.MALFORMED, "measures", "needs at least one measure and each id once");
        }
    }

    public static Ruleset of(Json json) {
        if (json instanceof JsonObject object) {
            return new Ruleset(object);
        }
        throw new FormatException(Fault.WRONG_TYPE, "", "must be an object");
    }

    /** Parses canonical bytes only, as a signed ruleset is. */
    public static Ruleset parse(byte[] canonical) {
        return of(CanonicalJson.parse(canonical, MAX_BYTES));
    }

    /** Reads a file in any layout; {@link #digest} is that of its canonical form. */
    public static Ruleset read(byte[] file) {
        return of(CanonicalJson.read(file, MAX_BYTES));
    }

    /** A ruleset that comes with this library, such as {@code cn-mofcom-2026-11-22.1}. */
    public static Ruleset bundled(String name) {
        try (InputStream in = Ruleset.class.getResourceAsStream(checkId(name) + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("no ruleset of that name comes with this library");
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> SortedMap<String, T> map(Members in, String name, int max, BiFunction<Members, String, T> each) {
        Members inner = in.object(name);
        SortedMap<String, T> result = new TreeMap<>();
        for (String key : ((JsonObject) in.value(name)).members().keySet()) {
            if (key.length() > Cites.MAX_KEY_LENGTH || result.size() == max) {
                throw new FormatException(Fault.TOO_LARGE, in.path(name), "has at most " + max + " short names");
            }
            result.put(key, each.apply(inner, key));
        }
        return Collections.unmodifiableSortedMap(result);
    }

    private static void checkName(String name, String path) {
        if (!NAME.matcher(name).matches()) {
            throw new FormatException(Fault.MALFORMED, path, "a fact's name is letters and digits");
        }
    }

    private static String checkId(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException("is lower-case letters, digits, dots and hyphens");
        }
        return text;
    }

    /** What every measure says of these facts on this day, which is a day of each measure's own zone. */
    public Result answer(LocalDate day, Facts given) {
        given.check(facts);
        List<Measure.Result> results = measures.stream()
                .map(measure -> measure.answer(day, knownTo, given))
                .toList();
        List<Answer> combined = results.stream()
                .filter(result -> !result.standsBeside())
                .map(Measure.Result::answer)
                .toList();
        return new Result(Answer.combine(combined, Outcome.Scope.MEASURES), results);
    }

    /** The overall answer, and each measure's own. */
    public record Result(Answer overall, List<Measure.Result> measures) {}

    public JsonObject json() {
        return json;
    }

    public Digest digest() {
        return digest;
    }

    public String id() {
        return id;
    }

    public String edition() {
        return edition;
    }

    /** The day to which the makers of the file knew of instruments. */
    public LocalDate knownTo() {
        return knownTo;
    }

    public Map<String, FactType> facts() {
        return facts;
    }

    public List<String> notCovered() {
        return notCovered;
    }

    public List<Measure> measures() {
        return measures;
    }
}
