package io.lodestone.evidence.ruleset;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The states of a limb from one day, included, to another, excluded. Several states are branches: nobody can say
 * which of them it is.
 */
public record Interval(Optional<LocalDate> from, Optional<LocalDate> to, List<State> states) {

    private static final int MAX_STATES = 4;

    public Interval {
        states = List.copyOf(states);
        if (states.isEmpty() || states.stream().map(State::is).distinct().count() != states.size()) {
            throw new IllegalArgumentException("an interval has at least one state and each once");
        }
    }

    /** Whether a limb is in force. */
    public enum Is {
        NOT_YET,
        IN_FORCE,
        SUSPENDED,
        LAPSED;

        static Is parse(String text) {
            for (Is is : values()) {
                if (is.name().equals(text)) {
                    return is;
                }
            }
            throw new IllegalArgumentException("must be NOT_YET, IN_FORCE, SUSPENDED or LAPSED");
        }

        /** What a limb says in this state where its rule is true. */
        Outcome outcome(OutcomeCode duty) {
            return switch (this) {
                case NOT_YET, LAPSED -> Outcome.NOT_REQUIRED;
                case IN_FORCE -> Outcome.of(duty);
                case SUSPENDED -> Outcome.suspended(duty);
            };
        }
    }

    /** A state, how certain it is, and where that is written. */
    public record State(Is is, Certainty certainty, List<String> cites) {

        static State read(Members in, Cites cites) {
            return new State(
                    in.parsed("is", 16, Is::parse), in.parsed("certainty", 1, Certainty::parse), cites.read(in));
        }

        JsonObject json() {
            return Json.object()
                    .putWire("certainty", certainty)
                    .put("cites", Json.strings(cites))
                    .putWire("is", is)
                    .build();
        }
    }

    static Interval read(Members in, Cites cites) {
        Optional<LocalDate> from = in.nullableParsed("from", 10, Days::parse);
        Optional<LocalDate> to = in.nullableParsed("to", 10, Days::parse);
        List<State> states = in.objects("states", MAX_STATES, state -> State.read(state, cites));
        try {
            return new Interval(from, to, states);
        } catch (IllegalArgumentException e) {
            throw new FormatException(Fault.MALFORMED, in.path("states"), String.valueOf(e.getMessage()));
        }
    }

    boolean covers(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && to.map(day::isBefore).orElse(true);
    }

    boolean mayBe(Is is) {
        return states.stream().anyMatch(state -> state.is() == is);
    }

    JsonObject json() {
        return Json.object()
                .putWire("from", from)
                .put("states", states, State::json)
                .putWire("to", to)
                .build();
    }
}
