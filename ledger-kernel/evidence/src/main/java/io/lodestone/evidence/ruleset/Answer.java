package io.lodestone.evidence.ruleset;

import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.ObjectBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a limb, a measure or all measures say: one branch, or several of which nobody can say which it is.
 *
 * @param branches different outcomes, strongest first; never empty
 * @param undecided the facts that would settle an answer of several branches; empty where only dates are open
 */
public record Answer(List<Branch> branches, List<String> undecided) {

    /** With more undecided facts than this an answer lists the facts and no branches. */
    public static final int MAX_BRANCHING_FACTS = 6;

    public static final Answer NOT_REQUIRED =
            new Answer(List.of(new Branch(Outcome.NOT_REQUIRED, Certainty.H)), List.of());

    public Answer {
        branches = collapse(branches);
        undecided = branches.size() == 1 ? List.of() : List.copyOf(new TreeSet<>(undecided));
    }

    /** Equal outcomes become one branch of the lowest certainty among them. */
    private static List<Branch> collapse(Collection<Branch> branches) {
        Map<Outcome, Certainty> byOutcome = new LinkedHashMap<>();
        branches.forEach(branch -> byOutcome.merge(branch.outcome(), branch.certainty(), Certainty::lowest));
        return byOutcome.entrySet().stream()
                .map(entry -> new Branch(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(branch -> branch.outcome().rank(Outcome.Scope.MEASURES)))
                .toList();
    }

    /** Every choice of one branch from each part, the strongest outcome of each choice; parts in their file's order. */
    static Answer combine(List<Answer> parts, Outcome.Scope scope) {
        if (parts.isEmpty()) {
            return NOT_REQUIRED;
        }
        Answer sum = parts.get(0);
        for (Answer part : parts.subList(1, parts.size())) {
            List<Branch> product = new ArrayList<>();
            for (Branch left : sum.branches) {
                part.branches.forEach(right -> product.add(left.and(right, scope)));
            }
            SortedSet<String> facts = new TreeSet<>(sum.undecided);
            facts.addAll(part.undecided);
            sum = new Answer(product, List.copyOf(facts));
        }
        return sum;
    }

    /** The same branches with another list of facts. */
    Answer settledBy(Collection<String> facts) {
        return new Answer(branches, List.copyOf(facts));
    }

    /** Whether both may come out the same, whatever the certainty. */
    boolean sameOutcomes(Answer other) {
        return branches.stream()
                .map(Branch::outcome)
                .toList()
                .equals(other.branches.stream().map(Branch::outcome).toList());
    }

    public boolean isDetermined() {
        return branches.size() == 1;
    }

    /** The text of the only branch, or {@code UNDETERMINED}. */
    public String outcome() {
        return isDetermined() ? branches.get(0).outcome().toString() : OutcomeCode.UNDETERMINED.name();
    }

    /** The lowest certainty of what decided it. */
    public Certainty certainty() {
        Certainty lowest = Certainty.H;
        for (Branch branch : branches) {
            lowest = lowest.lowest(branch.certainty());
        }
        return lowest;
    }

    /** An object that starts with the members of this answer. */
    public ObjectBuilder json() {
        return Json.object()
                .put(
                        "branches",
                        undecided.size() > MAX_BRANCHING_FACTS ? List.<Branch>of() : branches,
                        branch -> Json.object()
                                .putWire("certainty", branch.certainty())
                                .putWire("outcome", branch.outcome())
                                .build())
                .putWire("certainty", certainty())
                .put("outcome", outcome())
                .put("undecided", Json.strings(undecided));
    }
}
