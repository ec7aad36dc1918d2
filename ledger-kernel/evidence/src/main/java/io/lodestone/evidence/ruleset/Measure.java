package io.lodestone.evidence.ruleset;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A legal text: who issued it, the zone its days are days of, and its limbs. */
public record Measure(String id, String issuer, String title, ZoneOffset zone, List<Limb> limbs) {

    private static final int MAX_LIMBS = 32;

    /** What the measure says: the combination of its limbs, with the derivation of each. */
    public record Result(String id, Answer answer, boolean standsBeside, JsonObject json) {}

    static Measure read(Members in, Map<String, FactType> declared, Cites cites) {
        Measure measure = new Measure(
                in.string("id", 64),
                in.string("issuer", 64),
                in.string("title", 256),
                in.parsed("zone", 6, Measure::zone),
                in.objects("limbs", MAX_LIMBS, limb -> Limb.read(limb, declared, cites)));
        if (measure.limbs.isEmpty()
                || measure.limbs.stream().map(Limb::id).distinct().count() != measure.limbs.size()) {
            throw new FormatException(Fault.MALFORMED, in.path("limbs"), "needs at least one limb and each id once");
        }
        return measure;
    }

    private static ZoneOffset zone(String text) {
        if (text.length() != 6) {
            throw new IllegalArgumentException("must be an offset such as +08:00");
        }
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be an offset such as +08:00");
        }
    }

    Result answer(LocalDate day, LocalDate knownTo, Facts facts) {
        List<Limb.Result> results =
                limbs.stream().map(limb -> limb.answer(day, knownTo, facts)).toList();
        Answer answer = combined(results);
        JsonObject json = answer.json()
                .put("id", id)
                .put("issuer", issuer)
                .put("limbs", results, Limb.Result::json)
                .put("title", title)
                .putWire("zone", zone)
                .build();
        boolean beside = limbs.stream().anyMatch(limb -> limb.outcome().standsBeside());
        return new Result(id, answer, beside, json);
    }

    /** The combination of the limbs; a limb's undecided facts count only if settling its rule changes the result. */
    private static Answer combined(List<Limb.Result> results) {
        List<Answer> answers = results.stream().map(Limb.Result::answer).toList();
        Set<String> settling = new TreeSet<>();
        for (int i = 0; i < results.size(); i++) {
            Answer ifTrue = combinedWith(answers, i, results.get(i).ifTrue());
            if (!ifTrue.sameOutcomes(combinedWith(answers, i, Answer.NOT_REQUIRED))) {
                settling.addAll(answers.get(i).undecided());
            }
        }
        return Answer.combine(answers, Outcome.Scope.LIMBS).settledBy(settling);
    }

    private static Answer combinedWith(List<Answer> answers, int at, Answer other) {
        List<Answer> copy = new ArrayList<>(answers);
        copy.set(at, other);
        return Answer.combine(copy, Outcome.Scope.LIMBS);
    }
}
