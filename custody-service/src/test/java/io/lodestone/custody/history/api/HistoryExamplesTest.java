package io.lodestone.custody.history.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.history.LotHistory;
import io.lodestone.kit.body.JsonBody;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HistoryExamplesTest {

    @Test
    void the_history_that_is_shown_is_one() {
        byte[] canonical = CanonicalJson.bytes(
                CanonicalJson.read(HistoryExamples.HISTORY.getBytes(StandardCharsets.UTF_8), LotHistory.MAX_BYTES));
        assertThat(LotHistory.parse(canonical).versions()).hasSize(2);
        assertThat(JsonBody.read(HistoryExamples.TIMELINE.getBytes(StandardCharsets.UTF_8)))
                .isNotNull();
    }
}
