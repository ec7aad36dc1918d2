package io.lodestone.custody.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookUrlTest {

    private final AllowedHosts allowed =
            new AllowedHosts(Set.of("hooks.example.com", "erp.example.com:8443"), Set.of("localhost"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com/lodestone?plant=3",
                "https://hooks.example.com",
                "https://hooks.example.com:8443/",
                "http://localhost:9/x",
            })
    void a_url_has_a_named_host_and_one_spelling(String url) {
        String text = HookUrl.parse(url).toString();
        assertThat(text).startsWith(url);
        assertThat(HookUrl.parse(text).toString()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://hooks.example.com/",
                "hooks.example.com",
                "https://",
                "https:///x",
                "https://user@hooks.example.com/",
                "https://hooks.example.com/#x",
                "https://HOOKS.example.com/",
                "https://hooks.example.com:443/",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:99999/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://hooks.example.com./",
                "https://hooks_.example.com/",
                "https://hooks.example.com/a b",
                "https://hooks.example.com/a\r\nx: y",
                "https://hooks.exämple.com/",
            })
    void what_could_be_read_in_two_ways_is_refused(String url) {
        assertThatThrownBy(() -> HookUrl.parse(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_registered_hosts_at_their_port_are_delivered_to_and_over_tls() {
        assertThat(refused("https://hooks.example.com/x")).isEmpty();
        assertThat(refused("https://erp.example.com:8443/x")).isEmpty();
        assertThat(refused("https://erp.example.com/x")).contains(Failure.HOST_NOT_REGISTERED);
        assertThat(refused("https://hooks.example.com:8443/x")).contains(Failure.HOST_NOT_REGISTERED);
        assertThat(refused("https://sub.hooks.example.com/x")).contains(Failure.HOST_NOT_REGISTERED);
        assertThat(refused("http://hooks.example.com/x")).contains(Failure.NOT_HTTPS);
        assertThat(refused("http://localhost:9/x")).isEmpty();
        assertThat(refused("https://localhost:9/x")).contains(Failure.HOST_NOT_REGISTERED);
    }

    private Optional<Failure> refused(String url) {
        return allowed.refusal(HookUrl.parse(url));
    }
}
