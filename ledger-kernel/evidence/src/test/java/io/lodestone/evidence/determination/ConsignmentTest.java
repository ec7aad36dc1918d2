package io.lodestone.evidence.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsignmentTest {

    @Test
    void reads_back_what_it_writes_with_every_fact_unknown_too() {
        Shipments shipment = Shipments.ofDysprosiumMagnet();
        for (String fact : new String[] {
            "chineseTechnologyAbroad", "customsOrigin", "destination", "dispatchedFrom", "endUse", "item", "valuation"
        }) {
            shipment.stating(fact, "null");
            Consignment consignment = shipment.consignment();
            assertThat(Consignment.read(Members.of(CanonicalJson.parse(CanonicalJson.bytes(consignment.json())))))
                    .isEqualTo(consignment);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "item,'magnet-of-cheese'",
                "destination,'XX'",
                "destination,'Unknown'",
                "date,'2026-02-30'",
                "date,null",
                "massUg,'0'",
                "massUg,1",
                "originPolicy,'any'",
                "originPolicy,null",
                "chineseTechnologyAbroad,true",
                "chineseTechnologyAbroad,'yes'",
                "endUse,'Civil use'",
                "surplus,'x'",
                "\"valuation\",\"{'basis':'invoice','currency':'USD','itemPricePerKg':'120','prices':[]}\"",
                "\"valuation\",\"{'basis':'contained','currency':'usd','itemPricePerKg':'120','prices':[]}\"",
                "\"valuation\",\"{'basis':'contained','currency':'USD','itemPricePerKg':'0','prices':[]}\"",
                "\"valuation\",\"{'basis':'contained','currency':'USD','itemPricePerKg':'1.50','prices':[]}\""
            })
    void refuses_what_is_malformed(String name, String value) {
        Shipments shipment = Shipments.ofDysprosiumMagnet().stating(name, value);

        assertThatThrownBy(shipment::consignment)
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.path()).startsWith(name));
    }

    @Test
    void refuses_prices_out_of_order_or_twice() {
        Shipments shipment = Shipments.ofDysprosiumMagnet()
                .stating(
                        "valuation",
                        "{'basis':'contained','currency':'USD','itemPricePerKg':'120','prices':["
                                + "{'pricePerKg':'871','substance':'Tb4O7'},{'pricePerKg':'190','substance':'Dy2O3'}]}");

        assertThatThrownBy(shipment::consignment).isInstanceOf(FormatException.class);
    }
}
