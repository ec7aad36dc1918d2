package io.lodestone.evidence.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Ratio;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What transfers state: each is written back as it was read, and refused where it says nothing. */
class TransferFormatTest {

    private static final String LOT = "\"lot\":\"01a20229-6cd8-7b3f-8a4c-5d6e7f801122\",\"lotVersion\":2";
    private static final String TRANSFER = "\"transfer\":\"01a2022a-5000-7c11-9d22-3e4455667703\"";
    private static final String TIME = "\"eventTime\":\"2026-11-22T15:31:00.000+08:00\"";
    private static final String WEIGHING =
            "\"weighing\":{\"grossUg\":\"27900000000\",\"netUg\":\"27087000000\",\"uncertaintyUg\":\"5000000\"}";
    private static final String DIGEST = "kex2IAG04m4UQe1qOg9zPxD5vZTGBhAb+AUGuq5n7p0=";
    private static final String OFFER = "{\"documents\":[]," + TIME + ",\"expires\":\"2026-12-06T00:00:00.000Z\","
            + "\"incoterm\":\"FCA\",\"lots\":[{" + LOT + ",\"massUg\":\"27107000000\"}],\"purpose\":\"internal\","
            + "\"recipient\":\"01a20228-8660-7a01-8b02-0c03d4e5f602\",\"route\":{\"destination\":\"JP\",\"dispatch\":"
            + "\"CN\",\"transit\":[\"KR\"]},\"seals\":[\"CN 448120\",\"CN 448121\"],\"title\":\"passes\"," + TRANSFER
            + ",\"transport\":[{\"digest\":\"" + DIGEST + "\",\"number\":\"COSU6123456780\",\"type\":"
            + "\"bill-of-lading\"}]}";
    private static final String DISPUTE = "{" + TIME + ",\"lots\":[{" + LOT + ",\"takes\":null," + WEIGHING
            + "}],\"reason\":\"weight\"," + TRANSFER + "}";

    private static String statement(String type, int version, String body) {
        return "{\"actor\":\"01a20228-8660-7a01-8b02-0c03d4e5f601\",\"annexes\":[],\"body\":" + body + ",\"id\":"
                + "\"01a2022a-5b20-7c11-9d22-3e4455667702\",\"log\":\"local.lodestone.example/log-4f1d9c20\",\"salt\":"
                + "\"QQxLq+UFgNWZMg4iwbZ/3Q==\",\"time\":\"2026-11-22T07:31:00.000Z\",\"type\":\"" + type
                + "\",\"version\":" + version + "}";
    }

    private static Body read(String type, int version, String body) {
        String text = statement(type, version, body);
        Statement read = Statement.parse(text.getBytes(StandardCharsets.UTF_8));
        assertThat(new String(read.bytes(), StandardCharsets.UTF_8)).isEqualTo(text);
        return read.body();
    }

    private static void refused(Fault fault, String path, String type, int version, String body) {
        assertThatThrownBy(() -> read(type, version, body)).isInstanceOfSatisfying(FormatException.class, e -> {
            assertThat(e.fault()).isEqualTo(fault);
            assertThat(e.path()).startsWith(path);
        });
    }

    @Test
    void an_offer_of_version_2_says_how_the_goods_travel_and_how_long_it_stands() {
        TransferOffered offer = (TransferOffered) read("TransferOffered", 2, OFFER);
        assertThat(offer.expires()).contains(WireTime.instant("2026-12-06T00:00:00.000Z"));
        assertThat(offer.papers()).hasToString("[" + DIGEST + "]");
        String plain = OFFER.replace("\"2026-12-06T00:00:00.000Z\"", "null").replace("\"FCA\"", "null");
        assertThat(((TransferOffered) read("TransferOffered", 2, plain)).expires())
                .isEmpty();
    }

    @Test
    void version_1_knows_none_of_it() {
        refused(Fault.MALFORMED, "body.purpose", "TransferOffered", 1, OFFER);
        refused(Fault.UNKNOWN_FIELD, "body.", "TransferOffered", 1, OFFER.replace("internal", "sale"));
        refused(Fault.OUT_OF_BOUNDS, "version", "TransferOffered", 3, OFFER);
        refused(Fault.OUT_OF_BOUNDS, "version", "TransferDisputed", 2, DISPUTE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"FCA\"|\"FOBX\"|OUT_OF_BOUNDS|body.incoterm",
                "\"FCA\"|\"DAT\"|MALFORMED|body.incoterm",
                "\"KR\"|\"XX\"|MALFORMED|body.route.transit",
                "bill-of-lading|letter|MALFORMED|body.transport[0].type",
                "COSU6123456780|COSU\\n|MALFORMED|body.transport[0].number",
                "\"CN 448121\"|\"CN 448119\"|NOT_CANONICAL|body.seals",
                "\"CN 448121\"|\"\"|MALFORMED|body.seals",
                "00:00:00.000Z|00:00:00Z|MALFORMED|body.expires",
            })
    void an_offer_says_what_means_something(String good, String bad, Fault fault, String path) {
        assertThat(OFFER).contains(good);
        refused(fault, path, "TransferOffered", 2, OFFER.replace(good, bad));
    }

    @Test
    void a_dispute_gives_a_reason_of_the_list_and_what_was_weighed_if_anything_was() {
        TransferDisputed dispute = (TransferDisputed) read("TransferDisputed", 1, DISPUTE);
        assertThat(dispute.reason()).isEqualTo(TransferDisputed.Reason.WEIGHT);
        read("TransferDisputed", 1, DISPUTE.replace(WEIGHING, "\"weighing\":null"));
        refused(Fault.MALFORMED, "body.reason", "TransferDisputed", 1, DISPUTE.replace("\"weight\"", "\"heavy\""));
        refused(Fault.MALFORMED, "body.lots[0].weighing", "TransferDisputed", 1, DISPUTE.replace("27900", "27000"));
        String none = "{" + TIME + ",\"lots\":[],\"reason\":\"weight\"," + TRANSFER + "}";
        refused(Fault.OUT_OF_BOUNDS, "body.lots", "TransferDisputed", 1, none);
    }

    @Test
    void a_dispute_says_how_much_is_taken_and_as_which_lot() {
        String part = "\"takes\":{\"lot\":\"01a2022d-1230-7b3f-8a4c-5d6e7f801156\",\"massUg\":\"20000000000\"}";
        String partly = DISPUTE.replace("\"takes\":null", part).replace("\"weight\"", "\"part\"");
        TransferDisputed dispute = (TransferDisputed) read("TransferDisputed", 1, partly);
        assertThat(dispute.lots().get(0).takes())
                .get()
                .extracting(TransferDisputed.Part::mass)
                .hasToString("20000000000");
        refused(Fault.OUT_OF_BOUNDS, "body.lots", "TransferDisputed", 1, DISPUTE.replace("\"weight\"", "\"part\""));
    }

    @Test
    void an_offer_of_which_nothing_is_left_can_be_closed() {
        read("TransferCancelled", 1, "{" + TIME + ",\"lots\":[]," + TRANSFER + "}");
        read("TransferCancelled", 1, "{" + TIME + ",\"lots\":[{" + LOT + "}]," + TRANSFER + "}");
        read("TransferExpired", 1, "{\"lots\":[{" + LOT + "}]," + TRANSFER + "}");
        String twice = "{\"lots\":[{" + LOT + "},{" + LOT + "}]," + TRANSFER + "}";
        refused(Fault.NOT_CANONICAL, "body.lots", "TransferExpired", 1, twice);
    }

    @Test
    void an_acceptance_of_version_2_weighs_with_an_uncertainty() {
        String accepted = "{" + TIME + ",\"lots\":[{" + LOT + "," + WEIGHING + "}]," + TRANSFER + "}";
        TransferAccepted body = (TransferAccepted) read("TransferAccepted", 2, accepted);
        assertThat(body.lots().get(0).mass()).isEqualTo(new Mass(27_087_000_000L));
        refused(Fault.MISSING_FIELD, "body.lots[0].weighedUg", "TransferAccepted", 1, accepted);
        refused(Fault.MASS_NOT_POSITIVE, "body.lots[0]", "TransferAccepted", 2, accepted.replace("27087000000", "0"));
    }

    @Test
    void a_discrepancy_is_exact_and_significant_beyond_the_uncertainty_alone() {
        Discrepancy short20g = discrepancy(27_087_000_000L, 5_000_000);
        assertThat(short20g.differenceUg()).hasToString("-20000000");
        assertThat(short20g.relative()).isEqualTo(Ratio.of(20, 27_107));
        assertThat(short20g.significant()).isTrue();
        assertThat(discrepancy(27_112_000_000L, 5_000_000).significant()).isFalse();
        assertThat(discrepancy(27_112_000_001L, 5_000_000).significant()).isTrue();
    }

    private static Discrepancy discrepancy(long net, long uncertainty) {
        return new Discrepancy(
                new Mass(27_107_000_000L), new Weighing(Optional.empty(), new Mass(net), new Mass(uncertainty)));
    }
}
