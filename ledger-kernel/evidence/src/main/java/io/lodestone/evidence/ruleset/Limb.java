package io.lodestone.evidence.ruleset;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One duty of a measure: when it is in force, what triggers it, and what it then asks.
 *
 * @param intervals cover every day exactly once, in order
 * @param mayBeProlonged whether a later instrument may prolong a suspension that the file shows ending
 */
public record Limb(
        String id,
        List<String> cites,
        OutcomeCode outcome,
        boolean mayBeProlonged,
        Rule when,
        List<Interval> intervals) {

    private static final int MAX_INTERVALS = 32;

    /** What the limb says, what it would say if its rule were true, and the derivation. */
    record Result(Answer answer, Answer ifTrue, JsonObject json) {}

    static Limb read(Members in, Map<String, FactType> declared, Cites cites) {
        Limb limb = new Limb(
                in.string("id", 32),
                cites.read(in),
                in.parsed("outcome", 32, OutcomeCode::parseDuty),
                in.bool("mayBeProlonged"),
                new RuleReader(declared).read(in.object("when")),
                in.objects("intervals", MAX_INTERVALS, interval -> Interval.read(interval, cites)));
        limb.requireContiguous(in.path("intervals"));
        return limb;
    }

    private void requireContiguous(String path) {
        if (intervals.isEmpty()
                || intervals.get(0).from().isPresent()
                || intervals.get(intervals.size() - 1).to().isPresent()) {
            throw new FormatException(Fault.MALFORMED, path, "must begin and end with null");
        }
        for (int i = 1; i < intervals.size(); i++) {
            LocalDate end = intervals.get(i - 1).to().orElse(LocalDate.MAX);
            LocalDate start = intervals.get(i).from().orElse(LocalDate.MIN);
            boolean backwards =
                    intervals.get(i).to().map(to -> !start.isBefore(to)).orElse(false);
            if (!end.equals(start) || backwards) {
                throw new FormatException(
                        Fault.MALFORMED, path + "[" + i + "]", "must start where the one before ends, and end later");
            }
        }
    }

    Result answer(LocalDate day, LocalDate knownTo, Facts facts) {
        Evaluation rule = when.evaluate(facts);
        int at = indexOf(day);
        Interval interval = intervals.get(at);
        boolean prolonged = day.isAfter(knownTo) && mayStillBeSuspended(at);
        List<Branch> inStates = new ArrayList<>();
        for (Interval.State state : interval.states()) {
            inStates.add(new Branch(state.is().outcome(outcome), state.certainty()));
        }
        if (prolonged) {
            inStates.add(new Branch(Outcome.suspended(outcome), Certainty.L));
        }
        Answer answer = answer(rule, inStates);
        JsonObject json = answer.json()
                .put("cites", Json.strings(cites))
                .put("id", id)
                .put("interval", interval.json())
                .put("prolonged", prolonged)
                .put("rule", rule.derivation())
                .build();
        return new Result(answer, new Answer(inStates, List.of()), json);
    }

    /** A false rule asks nothing in any state; an unknown one adds that branch to what the states say. */
    private static Answer answer(Evaluation rule, List<Branch> inStates) {
        return switch (rule.value()) {
            case FALSE -> Answer.NOT_REQUIRED;
            case TRUE -> new Answer(inStates, List.of());
            case UNKNOWN -> {
                List<Branch> branches = new ArrayList<>(inStates);
                branches.add(new Branch(Outcome.NOT_REQUIRED, Certainty.H));
                boolean matters = inStates.stream().anyMatch(b -> !b.outcome().equals(Outcome.NOT_REQUIRED));
                yield new Answer(branches, matters ? rule.undecided() : List.of());
            }
        };
    }

    private int indexOf(LocalDate day) {
        for (int i = 0; i < intervals.size(); i++) {
            if (intervals.get(i).covers(day)) {
                return i;
            }
        }
        throw new IllegalStateException("intervals cover every day");
    }

    /** A suspension began at or before this interval, and here the duty may be back in force. */
    private boolean mayStillBeSuspended(int at) {
        return mayBeProlonged
                && intervals.get(at).mayBe(Interval.Is.IN_FORCE)
                && intervals.subList(0, at + 1).stream().anyMatch(i -> i.mayBe(Interval.Is.SUSPENDED));
    }
}
