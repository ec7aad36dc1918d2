package io.lodestone.evidence.determination;

import static io.lodestone.evidence.determination.Shipments.SUBSTANCES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.OriginStep.Kind;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.ruleset.Rulesets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeterminationTest {

    @Test
    void worked_example_gives_its_shares_exactly() {
        Determination determination = Shipments.ofDysprosiumMagnet().determine();

        assertThat(CanonicalJson.text(determination.json()))
                .contains("\"byMass\":{\"lowerPercent\":\"1.600000\",\"lowerUg\":\"16000000000\"")
                .contains("\"itemValue\":\"120000/1\",\"lower\":{\"percent\":\"2.907464\",\"rounded\":\"3488.96\"")
                .contains("\"chinaPart1Value\":\"45356.4352\"")
                .contains("\"itemValue\":\"1560000\"")
                .contains("\"comparisonExact\":true,\"comparisonScale\":\"13\"");
        assertThat(determination.result().overall().outcome()).isEqualTo("UNDETERMINED");
    }

    @Test
    void the_same_inputs_give_the_same_bytes_after_a_round_trip() {
        Shipments magnet = Shipments.ofDysprosiumMagnet();
        Consignment again = Consignment.read(Members.of(
                CanonicalJson.parse(CanonicalJson.bytes(magnet.consignment().json()))));
        List<io.lodestone.evidence.provenance.OriginProfile> reversed = new java.util.ArrayList<>(magnet.profiles());
        java.util.Collections.reverse(reversed);

        Determination second = Determination.of(magnet.ruleset, again, magnet.vector(), reversed, SUBSTANCES);

        assertThat(CanonicalJson.bytes(second.json()))
                .isEqualTo(CanonicalJson.bytes(magnet.determine().json()));
    }

    @Test
    void compares_the_origin_policies_side_by_side() {
        Shipments magnet = Shipments.ofDysprosiumMagnet().on("2025-12-01");

        String text = CanonicalJson.text(Determination.compare(
                magnet.ruleset, magnet.consignment(), magnet.vector(), magnet.profiles(), SUBSTANCES));

        assertThat(text.replaceAll(".*?\"originPolicy\":\"([a-z-]+)\"", "$1 "))
                .startsWith("traced-through metal-made-in mined-in separated-in ");
        assertThat(text).contains("SUSPENDED(LICENCE)").contains("NOT_REQUIRED");
    }

    @Test
    void possible_chinese_material_gives_bounds() {
        Shipments magnet = Shipments.ofDysprosiumMagnet()
                .under(Rulesets.forcedInForce(Shipments.RULESET))
                .holding(Element.DY, Shipments.chain("Unknown", "JP", "JP", "DE"), 1_000_000_000L);
        Determination traced = magnet.determine();
        assertThat(traced.shares().lower().micrograms()).isEqualTo(16_000_000_000L);
        assertThat(traced.shares().upper().micrograms()).isEqualTo(17_000_000_000L);
        assertThat(magnet.no61()).isEqualTo("LICENCE H");

        Determination open = magnet.stating("originPolicy", "'mined-in'")
                .without(Element.DY)
                .holding(Element.DY, Shipments.chain("Unknown", "JP", "JP", "DE"), 1_000_000_000L)
                .determine();
        assertThat(open.result().overall().outcome()).isEqualTo("UNDETERMINED");
        assertThat(open.result().overall().undecided()).containsExactly("chinaPart1Present", "chinaPart1Value");
        assertThat(CanonicalJson.text(open.json()))
                .contains("\"unknowns\":[\"chinaPart1Present\",\"chinaPart1Value\"]");

        Determination trace = magnet.without(Element.DY)
                .holding(Element.DY, Shipments.chain("AU|CN", "JP", "JP", "DE"), 100_000_000L)
                .determine();
        assertThat(trace.result().overall().outcome()).isEqualTo("NOT_REQUIRED");
    }

    @Test
    void refuses_inputs_that_contradict_each_other() {
        Shipments mislabelled = Shipments.ofDysprosiumMagnet().stating("item", "'magnet-ndfeb'");
        assertThatThrownBy(mislabelled::determine).isInstanceOf(FormatException.class);

        Shipments tooMuch = Shipments.ofDysprosiumMagnet().stating("massUg", "'1000000000001'");
        assertThatThrownBy(tooMuch::determine).isInstanceOf(FormatException.class);

        Shipments magnet = Shipments.ofDysprosiumMagnet();
        assertThatThrownBy(() ->
                        Determination.of(magnet.ruleset, magnet.consignment(), magnet.vector(), List.of(), SUBSTANCES))
                .isInstanceOf(FormatException.class);

        Shipments twoPrices = Shipments.ofDysprosiumMagnet()
                .stating(
                        "valuation",
                        "{'basis':'contained','currency':'USD','itemPricePerKg':'120','prices':["
                                + "{'pricePerKg':'190','substance':'Dy'},{'pricePerKg':'190','substance':'Dy2O3'}]}");
        assertThatThrownBy(twoPrices::determine).isInstanceOf(FormatException.class);
    }

    @Test
    void ledger_evidence_of_chinese_technology_outweighs_the_exporters_no() {
        Shipments magnet = Shipments.ofDysprosiumMagnet()
                .under(Rulesets.forcedInForce(Shipments.RULESET))
                .stating("originPolicy", "'metal-made-in'")
                .holding(
                        Element.DY,
                        Shipments.profile(
                                Shipments.step(Kind.MINED, "AU", "AU"),
                                Shipments.step(Kind.SEPARATED, "MY", "CN"),
                                Shipments.step(Kind.METAL, "DE", "DE")),
                        1_000_000L);

        assertThat(magnet.no61()).isEqualTo("LICENCE H");
        assertThat(CanonicalJson.text(magnet.determine().json()))
                .contains("\"chineseTechnologyAbroad\":{\"ledger\":\"true\",\"stated\":\"false\",\"used\":\"true\"}");
    }
}
