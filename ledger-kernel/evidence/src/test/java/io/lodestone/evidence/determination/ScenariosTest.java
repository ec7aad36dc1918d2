package io.lodestone.evidence.determination;

import static io.lodestone.evidence.determination.Shipments.RULESET;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.ruleset.Branch;
import io.lodestone.evidence.ruleset.Ruleset;
import io.lodestone.evidence.ruleset.Rulesets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenariosTest {

    private static final Ruleset IN_FORCE = Rulesets.forcedInForce(RULESET);

    @ParameterizedTest
    @CsvSource({
        "2025-11-06,NOT_REQUIRED H",
        "2025-11-30,NOT_REQUIRED H",
        "2025-12-01,SUSPENDED(LICENCE) H",
        "2026-11-09,SUSPENDED(LICENCE) H",
        "2026-11-10,SUSPENDED(LICENCE) M",
        "2026-11-11,UNDETERMINED L",
        "2026-11-22,UNDETERMINED L",
        "2027-01-10,UNDETERMINED L",
        "2027-01-11,UNDETERMINED L"
    })
    void german_magnet_with_chinese_dysprosium_oxide_goes_to_the_us(String date, String expected) {
        Shipments magnet = Shipments.ofDysprosiumMagnet().on(date);

        assertThat(magnet.no61()).isEqualTo(expected);
        assertThat(magnet.no18()).isEqualTo("NOT_REQUIRED H");
        assertThat(magnet.determine().result().overall().outcome()).isEqualTo(expected.split(" ")[0]);
        assertThat(magnet.stating("originPolicy", "'metal-made-in'").no61()).isEqualTo("NOT_REQUIRED H");
    }

    @Test
    void open_dates_show_the_licence_and_its_suspension() {
        for (String date : new String[] {"2026-11-22", "2027-01-11"}) {
            assertThat(Shipments.ofDysprosiumMagnet()
                            .on(date)
                            .determine()
                            .result()
                            .overall()
                            .branches())
                    .extracting(Branch::outcome)
                    .extracting(Object::toString)
                    .containsExactly("LICENCE", "SUSPENDED(LICENCE)");
        }
    }

    /** Row 1: Dy2O3 from China to a German civil maker. */
    @ParameterizedTest
    @CsvSource({"2025-04-03,NOT_REQUIRED H", "2025-04-04,LICENCE H", "2026-11-22,LICENCE H"})
    void dysprosium_oxide_leaves_china(String date, String expected) {
        assertThat(fromChina("oxide-dy").on(date).no18()).isEqualTo(expected);
        assertThat(fromChina("oxide-dy").on(date).no61()).isEqualTo("NOT_REQUIRED H");
    }

    /** Row 2: magnets from China, with and without dysprosium; a rotor. */
    @Test
    void magnets_leave_china() {
        assertThat(fromChina("magnet-ndfeb-dy").on("2025-10-01").no18()).isEqualTo("LICENCE H");
        assertThat(fromChina("magnet-ndfeb")
                        .without(Element.DY)
                        .on("2025-10-01")
                        .no18())
                .isEqualTo("NOT_REQUIRED H");
        assertThat(fromChina("assembly").on("2025-10-01").no18()).isEqualTo("NOT_REQUIRED H");
    }

    /** Row 4: China-origin Dy metal from Germany to Canada. */
    @ParameterizedTest
    @CsvSource({
        "2025-10-08,NOT_REQUIRED H",
        "2025-10-09,LICENCE M",
        "2025-11-06,LICENCE M",
        "2025-11-07,SUSPENDED(LICENCE) H",
        "2026-11-22,UNDETERMINED L"
    })
    void chinese_metal_is_sent_on_from_germany(String date, String expected) {
        Shipments metal = Shipments.ofDysprosiumMagnet()
                .stating("item", "'metal-dy'")
                .stating("manufacturedIn", "'CN'")
                .stating("customsOrigin", "'CN'")
                .stating("destination", "'CA'")
                .on(date);

        assertThat(metal.no61()).isEqualTo(expected);
    }

    /** Row 6: the threshold, with No. 61 in force; a lot worth 100,000.00. */
    @ParameterizedTest
    @CsvSource({"99990000,NOT_REQUIRED H", "100000000,LICENCE H", "100010000,LICENCE H"})
    void equality_at_the_threshold_is_caught(long dysprosium, String expected) {
        Shipments magnet = Shipments.ofDysprosiumMagnet()
                .under(IN_FORCE)
                .holding(Element.DY, Shipments.CHINESE_OXIDE, dysprosium)
                .valued("100", "Dy", "1000");

        assertThat(magnet.no61()).isEqualTo(expected);
    }

    @Test
    void an_unknown_price_leaves_it_open_and_names_the_fact() {
        Shipments magnet = Shipments.ofDysprosiumMagnet().under(IN_FORCE).valued("120", "Tb4O7", "871");

        assertThat(magnet.no61()).isEqualTo("UNDETERMINED H");
        assertThat(magnet.determine().result().overall().undecided()).containsExactly("chinaPart1Value");
        assertThat(magnet.stating("valuation", "null")
                        .determine()
                        .result()
                        .overall()
                        .undecided())
                .containsExactly("chinaPart1Value", "itemValue");
    }

    @Test
    void without_chinese_content_no_price_is_needed() {
        assertThat(Shipments.ofDysprosiumMagnet()
                        .under(IN_FORCE)
                        .stating("valuation", "null")
                        .stating("originPolicy", "'metal-made-in'")
                        .no61())
                .isEqualTo("NOT_REQUIRED H");
    }

    /** Row 7: Vietnamese magnet without Sm, Tb, Dy, with Chinese NdPr. */
    @Test
    void neodymium_is_not_counted_whatever_its_origin() {
        Shipments magnet = vietnamese("magnet-ndfeb", "false")
                .without(Element.DY)
                .without(Element.ND)
                .holding(Element.ND, Shipments.chain("CN", "CN", "CN", "VN"), 231_000_000_000L);

        assertThat(magnet.no61()).isEqualTo("NOT_REQUIRED H");
    }

    /** Row 8: Vietnamese magnets of Australian oxides made with licensed Chinese know-how. */
    @Test
    void chinese_technology_abroad_is_caught_at_no_chinese_content() {
        Shipments withDy = vietnamese("magnet-ndfeb-dy", "true")
                .without(Element.DY)
                .holding(Element.DY, Shipments.AUSTRALIAN, 16_000_000_000L);

        assertThat(withDy.determine().shares().upper().isZero()).isTrue();
        assertThat(withDy.no61()).isEqualTo("LICENCE H");
        assertThat(vietnamese("magnet-ndfeb", "true").without(Element.DY).no61())
                .isEqualTo("NOT_REQUIRED H");
        assertThat(vietnamese("magnet-ndfeb-dy", "false")
                        .without(Element.DY)
                        .holding(Element.DY, Shipments.AUSTRALIAN, 16_000_000_000L)
                        .no61())
                .isEqualTo("NOT_REQUIRED H");
    }

    @Test
    void chinese_technology_within_china_is_not_read_by_limb_1_2() {
        Shipments magnet = Shipments.ofDysprosiumMagnet()
                .under(IN_FORCE)
                .stating("originPolicy", "'metal-made-in'")
                .stating("chineseTechnologyAbroad", "null");

        assertThat(magnet.no61()).isEqualTo("NOT_REQUIRED H");
    }

    @Test
    void a_fact_that_would_settle_nothing_is_not_named() {
        Shipments magnet = Shipments.ofDysprosiumMagnet()
                .stating("chineseTechnologyAbroad", "null")
                .without(Element.ND)
                .holding(Element.ND, Shipments.chain("AU", "Unknown", "DE", "DE"), 1_000L);

        assertThat(magnet.on("2026-11-22").determine().result().overall().undecided())
                .isEmpty();
        assertThat(magnet.on("2026-11-22")
                        .stating("originPolicy", "'metal-made-in'")
                        .determine()
                        .result()
                        .overall()
                        .undecided())
                .containsExactly("chineseTechnologyAbroad");
    }

    @Test
    void goods_sent_to_china_or_within_one_country_are_not_reexports() {
        assertThat(Shipments.ofDysprosiumMagnet()
                        .under(IN_FORCE)
                        .stating("destination", "'CN'")
                        .no61())
                .isEqualTo("NOT_REQUIRED H");
        assertThat(Shipments.ofDysprosiumMagnet()
                        .under(IN_FORCE)
                        .stating("destination", "'DE'")
                        .no61())
                .isEqualTo("NOT_REQUIRED H");
    }

    private static Shipments fromChina(String item) {
        return Shipments.ofDysprosiumMagnet()
                .stating("item", "'" + item + "'")
                .stating("manufacturedIn", "'CN'")
                .stating("customsOrigin", "'CN'")
                .stating("dispatchedFrom", "'CN'")
                .stating("destination", "'DE'");
    }

    private static Shipments vietnamese(String item, String technology) {
        return Shipments.ofDysprosiumMagnet()
                .under(IN_FORCE)
                .stating("item", "'" + item + "'")
                .stating("manufacturedIn", "'VN'")
                .stating("customsOrigin", "'VN'")
                .stating("dispatchedFrom", "'VN'")
                .stating("chineseTechnologyAbroad", "'" + technology + "'");
    }
}
