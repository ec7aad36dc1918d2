package io.lodestone.custody.sweep.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.custody.log.app.LogState;
import io.lodestone.custody.log.app.LogStates;
import io.lodestone.custody.sweep.Finding;
import io.lodestone.custody.sweep.Position;
import io.lodestone.custody.sweep.ReplayFault;
import io.lodestone.custody.sweep.Sweep;
import io.lodestone.custody.sweep.Sweep.Ended;
import io.lodestone.custody.sweep.Sweep.Replayed;
import io.lodestone.custody.sweep.SweepId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Uuid7;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What comes of a sweep that has ended, whichever instance has worked at it, and of one that cannot go on. */
class SweeperTest {

    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final Kept store = new Kept();
    private final LogState state = new LogState();
    private final List<String> happened = new ArrayList<>();

    private Sweeper sweeper() {
        LoggedSweeps reports = new LoggedSweeps(store, null, null, null, null, null) {
            @Override
            public Uni<Void> state(Sweep sweep, Ended ended) {
                happened.add(
                        "logged while " + state.stopped().map(why -> "stopped").orElse("running"));
                return store.reportsFail
                        ? Uni.createFrom().failure(new IllegalStateException("away"))
                        : Uni.createFrom().voidItem();
            }
        };
        SweepMetrics metrics = new SweepMetrics(new SimpleMeterRegistry());
        Sweeps sweeps = new Sweeps(store, null, null, null, null) {
            @Override
            public Uni<Sweep> begin() {
                happened.add("begun");
                return Uni.createFrom().item(store.sweep);
            }
        };
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new Sweeper(store, sweeps, null, reports, metrics, null, null, state, clock, Duration.ofHours(24));
    }

    @Test
    void a_sweep_is_due_when_the_last_one_began_longer_ago_than_the_interval() {
        LogStates.begin(state);
        store.lastBegun = NOW.minus(Duration.ofHours(24));
        sweeper().due().await().atMost(AT_MOST);
        assertThat(happened).isEmpty();

        store.lastBegun = NOW.minus(Duration.ofHours(24)).minusMillis(1);
        sweeper().due().await().atMost(AT_MOST);
        assertThat(happened).containsExactly("begun");
    }

    @Test
    void a_sweep_that_found_something_is_logged_and_then_stops_the_log() {
        store.sweep = ended(2);

        sweeper().round().await().atMost(AT_MOST);

        assertThat(happened).containsExactly("logged while running");
        assertThat(state.stopped())
                .hasValueSatisfying(why ->
                        assertThat(why).contains(store.sweep.id().toString()).contains("2 disagreements"));
    }

    @Test
    void it_stops_the_log_though_it_cannot_be_logged() {
        store.sweep = ended(1);
        store.reportsFail = true;
        sweeper().round().await().atMost(AT_MOST);
        assertThat(state.stopped()).isPresent();
    }

    @Test
    void a_sweep_that_found_nothing_lets_the_log_run() {
        store.sweep = ended(0);
        sweeper().round().await().atMost(AT_MOST);
        assertThat(state.stopped()).isEmpty();
    }

    @Test
    void what_can_never_be_replayed_is_found_once_and_not_tried_for_ever() {
        store.sweep = new Sweep(id(), NOW, 0, Position.START, new Replayed(7, false), 0, Optional.empty());
        store.replayFails = true;

        sweeper().round().await().atMost(AT_MOST);

        assertThat(store.found)
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("from entry 7 on"));
        assertThat(store.sweep.replayed().done()).isTrue();
        assertThat(store.sweep.found()).isEqualTo(1);
    }

    private static Sweep ended(long found) {
        Ended at = new Ended(NOW, "report", Optional.empty());
        return new Sweep(id(), NOW, 0, Position.START, new Replayed(0, true), found, Optional.of(at));
    }

    private static SweepId id() {
        return new SweepId(Uuid7.of(1, new byte[10]));
    }

    /** One sweep. Work at it ends as soon as its replay is done, for what comes then is the log's own. */
    private static final class Kept implements SweepStore {

        private Sweep sweep = ended(0);
        private boolean reportsFail;
        private Instant lastBegun = NOW;
        private boolean replayFails;
        private final List<Finding> found = new ArrayList<>();

        @Override
        public <T> Uni<Optional<T>> work(Function<Session, Uni<T>> work) {
            return sweep.ended().isPresent() || sweep.replayed().done()
                    ? Uni.createFrom().item(Optional.empty())
                    : work.apply(new Held(this)).map(Optional::of);
        }

        @Override
        public <T> Uni<Optional<T>> moment(Function<Session, Uni<T>> work) {
            return replayFails
                    ? Uni.createFrom().failure(new ReplayFault(new IllegalArgumentException("never")))
                    : work(work);
        }

        @Override
        public Uni<List<Sweep>> latest(int limit) {
            return Uni.createFrom().item(List.of(sweep));
        }

        @Override
        public Uni<Optional<PartyId>> registrar() {
            throw new AssertionError();
        }

        @Override
        public Uni<Optional<Instant>> lastBegun() {
            return Uni.createFrom().item(Optional.of(lastBegun));
        }

        @Override
        public Uni<Long> entries() {
            throw new AssertionError();
        }

        @Override
        public Uni<Sweep> begin(Sweep begun) {
            throw new AssertionError();
        }

        @Override
        public Uni<Optional<Sweep>> find(SweepId id) {
            throw new AssertionError();
        }

        @Override
        public Uni<List<Finding>> findings(SweepId id, int limit) {
            throw new AssertionError();
        }
    }

    private record Held(Kept store) implements SweepStore.Session {

        @Override
        public Sweep sweep() {
            return store.sweep;
        }

        @Override
        public LogReader log() {
            throw new AssertionError();
        }

        @Override
        public Projections projections() {
            throw new AssertionError();
        }

        @Override
        public Uni<List<Finding>> findings() {
            throw new AssertionError();
        }

        @Override
        public Uni<Void> write(Sweep moved, List<Finding> more) {
            store.sweep = moved;
            store.found.addAll(more);
            return Uni.createFrom().voidItem();
        }
    }
}
