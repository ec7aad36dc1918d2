package io.lodestone.custody.transfer.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.custody.transfer.AcceptanceRequest;
import io.lodestone.custody.transfer.CancellationRequest;
import io.lodestone.custody.transfer.DisputeRequest;
import io.lodestone.custody.transfer.OfferRequest;
import io.lodestone.evidence.statement.Discrepancy;
import io.lodestone.evidence.statement.Weighing;
import io.lodestone.kit.body.JsonBody;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void requests_are_read_as_they_are_shown() {
        OfferRequest offer = JsonBody.read(bytes(Examples.OFFER), OfferRequest::read);
        assertThat(offer.terms()).isPresent();
        Weighing weighing =
                JsonBody.read(bytes(Examples.ACCEPTANCE), AcceptanceRequest::read).weighed().values().stream()
                        .findFirst()
                        .flatMap(scales -> scales.weighing())
                        .orElseThrow();
        assertThat(JsonBody.read(bytes(Examples.DISPUTE), DisputeRequest::read).annexes())
                .hasSize(1);
        assertThat(JsonBody.read(bytes(Examples.CANCELLATION), CancellationRequest::read)
                        .happened())
                .isPresent();
        var lot = new io.lodestone.evidence.quantity.Mass(27_107_000_000L);
        assertThat(new Discrepancy(lot, weighing).relative()).hasToString("20/27107");
    }

    @ParameterizedTest
    @ValueSource(strings = {Examples.PAGE, Examples.ONE, Examples.INBOX, Examples.AGEING})
    void answers_are_json(String answer) {
        assertThat(JsonBody.read(bytes(answer))).isNotNull();
    }
}
