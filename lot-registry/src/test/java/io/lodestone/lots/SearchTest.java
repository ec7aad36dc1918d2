package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class SearchTest {

    private static final String LINK = "https://id.gs1.org/01/04006381333931/21/";

    private static LotId lot(Plant plant, String country, String component, String grade, String serial) {
        LotId lot = Scene.lot();
        String body = Scene.oxide(lot, plant, "1", country, component)
                .replace("{\"custodyModel\":\"segregated\"}", """
                        {"custodyModel":"segregated","grade":"%s","customs":{"code":"284690","tariff":"HS 2022"},
                          "control":{"code":"1C%1$s","list":"L"}},
                         "details":{"identifiers":[{"digitalLink":"%s%s"},{"scheme":"ERP","value":"erp-%3$s"}]}""".formatted(grade, LINK, serial));
        plant.post("/lots", body).statusCode(201);
        return lot;
    }

    @Test
    void each_filter_finds_what_it_names_and_nothing_else() {
        Plant refiner = plant("CN", "refiner");
        LotId dy = lot(refiner, "CN", "\"substance\":\"Dy2O3\",\"fraction\":\"0.99\"", "G1", "s1");
        LotId nd = lot(refiner, "AU", "\"substance\":\"Nd2O3\",\"fraction\":\"0.99\"", "G2", "s2");
        LotId unknown = lot(refiner, "Unknown", "\"substance\":\"Nd2O3\",\"fraction\":\"0.99\"", "G2", "s3");

        finds(refiner, "element=Dy", dy);
        finds(refiner, "element=Nd", nd, unknown);
        finds(refiner, "element=Tb");
        finds(refiner, "origin=AU", nd);
        finds(refiner, "origin=Unknown", unknown);
        finds(refiner, "origin=JP");
        finds(refiner, "grade=G2", nd, unknown);
        finds(refiner, "code=284690", dy, nd, unknown);
        finds(refiner, "code=1CG1", dy);
        finds(refiner, "identifier=erp-s3", unknown);
        finds(refiner, "identifier=http://other.example/x/01/4006381333931/21/s2", nd);
        finds(refiner, "facility=" + refiner.facility(), dy, nd, unknown);
        finds(refiner, "facility=" + plant("CN", "refiner").facility());
        finds(refiner, "holder=" + refiner.party(), dy, nd, unknown);
        finds(refiner, "eventFrom=2026-11-02&eventTo=2026-11-02T01:00:00.001Z", dy, nd, unknown);
        finds(refiner, "eventTo=2026-11-02T01:00:00.000Z");
        finds(refiner, "eventFrom=2026-11-02T10:00:00.000+09:00", dy, nd, unknown);
        finds(refiner, "eventFrom=2026-11-02T10:00:00.001+09:00");
        String soon = Instant.now().plus(1, ChronoUnit.DAYS).toString().substring(0, 10);
        finds(refiner, "recordedFrom=2026-01-01&recordedTo=" + soon, dy, nd, unknown);
        finds(refiner, "recordedFrom=" + soon);
        finds(refiner, "element=Nd&origin=AU&grade=G2&state=HELD&form=oxide", nd);
        finds(refiner, "element=Nd&origin=CN");
    }

    private static void finds(Plant plant, String query, LotId... lots) {
        String[] ids = java.util.Arrays.stream(lots).map(LotId::toString).toArray(String[]::new);
        plant.get("/lots?" + query)
                .statusCode(200)
                .body("items.lot", lots.length == 0 ? empty() : containsInAnyOrder(ids));
    }

    @Test
    void nobody_finds_what_it_may_not_see() {
        Plant refiner = plant("CN", "refiner");
        Plant buyer = plant("JP", "manufacturer");
        LotId lot = lot(refiner, "CN", "\"substance\":\"Dy2O3\",\"fraction\":\"0.99\"", "G9", "s9");
        finds(buyer, "identifier=erp-s9");
        finds(buyer, "holder=" + refiner.party());

        Chain.handOver(refiner, buyer, lot, 1, "1", true);

        finds(buyer, "identifier=erp-s9", lot);
        finds(buyer, "facility=" + refiner.facility());
        finds(refiner, "identifier=erp-s9");
        finds(refiner, "state=HANDED_OVER&identifier=erp-s9", lot);
        finds(refiner, "state=HANDED_OVER&holder=" + buyer.party());
        finds(refiner, "holder=" + buyer.party());
    }

    /** By the same filters, in what the party sees: its own facility, and of a lot that moved on no state and holder. */
    @Test
    void an_auditor_finds_what_was_granted() {
        Plant refiner = plant("CN", "refiner");
        Plant buyer = plant("JP", "manufacturer");
        LotId kept = lot(refiner, "CN", "\"substance\":\"Dy2O3\",\"fraction\":\"0.99\"", "G5", "a5");
        LotId sold = lot(refiner, "AU", "\"substance\":\"Nd2O3\",\"fraction\":\"0.99\"", "G6", "a6");
        LotId never = lot(refiner, "CN", "\"substance\":\"Tb4O7\",\"fraction\":\"0.99\"", "G7", "a7");
        Chain.handOver(refiner, buyer, sold, 1, "1", true);
        OffsetDateTime now = Chain.now();
        Plant auditor = Chain.auditor(refiner, Optional.of(List.of(kept, sold)), now.minusHours(1), now.plusDays(1));

        finds(auditor, "limit=50", kept, sold);
        finds(auditor, "party=" + refiner.party() + "&limit=1", kept);
        finds(auditor, "party=" + buyer.party());
        finds(auditor, "element=Dy&origin=CN&code=284690&form=oxide&grade=G5&identifier=erp-a5", kept);
        finds(auditor, "element=Tb");
        finds(auditor, "identifier=erp-a7");
        finds(auditor, "facility=" + refiner.facility(), kept, sold);
        finds(auditor, "state=HELD", kept);
        finds(auditor, "state=HANDED_OVER", sold);
        finds(auditor, "state=PENDING");
        finds(auditor, "holder=" + refiner.party(), kept);
        finds(auditor, "holder=" + buyer.party());
        finds(auditor, "eventTo=2026-11-02");
        finds(refiner, "element=Tb", never);
    }

    @Test
    void every_lot_is_on_one_page_while_others_are_made() {
        Plant refiner = plant("CN", "refiner");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(Scene.registered(refiner, "1").toString());
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < 20 && cursor != null; page++) {
            var answer = refiner.get("/lots?element=Dy&limit=2" + cursor)
                    .statusCode(200)
                    .extract();
            seen.addAll(answer.<List<String>>path("items.lot"));
            String next = answer.path("next");
            cursor = next == null ? null : "&cursor=" + next;
            if (page == 0) {
                Scene.registered(refiner, "1");
            }
        }
        assertThat(seen).containsAll(made).doesNotHaveDuplicates();
    }

    @Test
    void what_was_only_asked_for_is_found_by_form_and_state_alone() {
        Plant refiner = plant("CN", "refiner");
        StandIn.mood(StandInCustody.Mood.AWAY);
        LotId waiting = Scene.lot();
        try {
            refiner.post("/lots", Scene.dysprosiumOxide(waiting, refiner, "1")).statusCode(202);
            finds(refiner, "state=PENDING&form=oxide", waiting);
            finds(refiner, "element=Dy");
        } finally {
            StandIn.mood(StandInCustody.Mood.WELL);
        }
        refiner.get("/lots?limit=1").body("items.lot", contains(waiting.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "colour=red, colour, unknown-field",
        "element=Xx, element, malformed",
        "element=O, element, malformed",
        "origin=XX, origin, malformed",
        "origin=cn, origin, malformed",
        "form=cheese, form, malformed",
        "state=GONE, state, malformed",
        "holder=1, holder, malformed",
        "facility=1, facility, malformed",
        "eventFrom=yesterday, eventFrom, malformed",
        "recordedTo=2026-13-01, recordedTo, malformed",
        "limit=0, limit, malformed",
        "limit=201, limit, malformed",
        "limit=ten, limit, malformed",
        "cursor=AAAA, cursor, malformed",
        "eventFrom=2026-11-02&eventTo=2026-11-02, eventTo, out-of-bounds",
        "recordedFrom=2026-11-03&recordedTo=2026-11-02, recordedTo, out-of-bounds",
        "identifier=https://id.gs1.org/01/4006381333932, identifier, malformed",
        "form=oxide&form=metal, form, malformed"
    })
    void a_filter_that_is_none_is_refused_with_its_name(String query, String field, String slug) {
        Plant refiner = plant("CN", "refiner");
        refiner.get("/lots?" + query)
                .statusCode(400)
                .body("type", equalTo(Scene.problem(slug)))
                .body("field", equalTo(field));
    }
}
