package io.lodestone.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.local.process.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    private static final int BASE = 23000;

    @Test
    void a_taken_port_is_named_with_its_use_and_the_setting_that_moves_it() throws IOException {
        Ports ports = new Ports(BASE);
        try (ServerSocket other =
                new ServerSocket(ports.http(Service.CUSTODY), 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("23082 (custody-service)")
                    .hasMessageContaining("--port-base")
                    .hasMessageContaining("LODESTONE_PORT_BASE")
                    .hasMessageNotContaining("23081");
        }
        assertThatCode(ports::requireFree).doesNotThrowAnyException();
    }

    @Test
    void the_default_ports_are_the_documented_ones() {
        Ports ports = new Ports(Ports.DEFAULT_BASE);

        assertThat(ports.http(Service.LOT_REGISTRY)).isEqualTo(18081);
        assertThat(ports.http(Service.CUSTODY)).isEqualTo(18082);
        assertThat(ports.http(Service.CERTIFICATES)).isEqualTo(18083);
        assertThat(ports.management(Service.CERTIFICATES)).isEqualTo(19083);
        assertThat(ports.postgres()).isEqualTo(18432);
    }

    @Test
    void a_base_whose_ports_would_not_exist_is_refused() {
        assertThatThrownBy(() -> new Ports(64_500)).isInstanceOf(LaunchException.class);
        assertThatThrownBy(() -> new Ports(80)).isInstanceOf(LaunchException.class);
    }
}
