package io.lodestone.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

class PassingTest {

    @Test
    void a_connection_lost_in_any_way_passes() {
        assertThat(Passing.isPassing(new SocketException("reset"))).isTrue();
        assertThat(Passing.isPassing(new NoStackTraceThrowable("Connection is not active now")))
                .isTrue();
        assertThat(Passing.isPassing(new IllegalStateException(new SocketException("reset"))))
                .isTrue();
        assertThat(Passing.isPassing(refused("57P01"))).isTrue();
        assertThat(Passing.isPassing(refused("25P03"))).isTrue();
    }

    @Test
    void what_the_data_or_the_program_did_wrong_does_not() {
        assertThat(Passing.isPassing(refused("23505"))).isFalse();
        assertThat(Passing.isPassing(refused("25001"))).isFalse();
        assertThat(Passing.isPassing(new IllegalStateException("broken"))).isFalse();
    }

    private static PgException refused(String state) {
        return new PgException("refused", "ERROR", state, "");
    }
}
