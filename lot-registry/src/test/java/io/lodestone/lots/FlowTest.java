package io.lodestone.lots;

import static io.lodestone.lots.Scene.plant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.Scene.Plant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

@QuarkusTest
@QuarkusTestResource(CustodyResource.class)
class FlowTest {

    private static LotId make(Plant plant, String process, String step, String inputs, String form, String massKg) {
        LotId made = Scene.lot();
        String outputs =
                "[{\"lot\":\"%s\",\"kind\":\"product\",\"form\":\"%s\",\"massKg\":\"%s\",\"openKg\":\"0\"},{\"kind\":\"loss\"}]"
                        .formatted(made, form, massKg);
        plant.post(
                        "/transformations",
                        Scene.transformation(plant, process, inputs, outputs)
                                .replace("\"process\"", "\"step\":\"" + step + "\",\"process\""))
                .statusCode(201);
        return made;
    }

    private static String all(LotId lot) {
        return "{\"lot\":\"%s\",\"all\":true}".formatted(lot);
    }

    /** The worked example with one maker for all of it. */
    private static LotId flake(Plant maker) {
        LotId dysprosium = Scene.registered(maker, "27.107");
        LotId neodymium = registered(maker, "oxide", "509.311", "Nd2O3");
        LotId other = registered(maker, "mixed", "971.517", "Fe");
        LotId metal = make(
                maker,
                "metal-making",
                "metal",
                "[{\"lot\":\"%s\",\"consumedKg\":\"27.106842\"},%s]".formatted(dysprosium, all(neodymium)),
                "metal",
                "438.522215033");
        return make(
                maker, "strip-casting", "alloyed", "[" + all(metal) + "," + all(other) + "]", "flake", "1388.888889");
    }

    private static LotId registered(Plant maker, String form, String massKg, String substance) {
        LotId lot = Scene.lot();
        String body = Scene.oxide(
                        lot, maker, massKg, "AU", "\"substance\":\"%s\",\"massKg\":\"%s\"".formatted(substance, massKg))
                .replace("\"form\":\"oxide\"", "\"form\":\"" + form + "\"");
        maker.post("/lots", body).statusCode(201);
        return lot;
    }

    private static Document parsed(Response picture) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(picture.asByteArray()));
        } catch (Exception e) {
            throw new AssertionError("not XML: " + picture.asString(), e);
        }
    }

    /** To look at: where the property names a folder. */
    private static void keep(String name, Response picture) throws IOException {
        String folder = System.getProperty("lodestone.test.pictures");
        if (folder != null) {
            Files.write(Path.of(folder, name + ".svg"), picture.asByteArray());
        }
    }

    @Test
    void the_worked_example_is_drawn_from_oxide_to_magnets_and_swarf() throws IOException {
        Plant maker = plant("DE", "manufacturer");
        LotId flake = flake(maker);
        LotId blanks = make(maker, "sintering", "sintered", "[" + all(flake) + "]", "blank", "1333.333334");
        LotId magnets = Scene.lot();
        String outputs =
                "[{\"lot\":\"%s\",\"kind\":\"product\",\"form\":\"magnet\",\"massKg\":\"1000\",\"openKg\":\"0\"},{\"kind\":\"by-product\",\"form\":\"swarf\"}]"
                        .formatted(magnets);
        maker.post("/transformations", Scene.transformation(maker, "machining", "[" + all(blanks) + "]", outputs))
                .statusCode(201);
        Response picture = maker.asking().get("/lots/" + flake + "/flow.svg");
        keep("flake", picture);
        keep("magnets", maker.asking().get("/lots/" + magnets + "/flow.svg"));
        Response dysprosium = maker.asking().get("/lots/" + flake + "/flow.svg?element=Dy");
        keep("flake-dy", dysprosium);
        assertThat(picture.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(picture.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'");
        assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(parsed(picture).getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(picture.asString())
                .contains("metal 438.522 kg", "flake 1388.889 kg", "blank 1333.333 kg", "magnet 1000 kg")
                .contains("swarf 333.333 kg", "lost 55.556 kg", "metal-making", "<title id=", "<desc id=")
                .doesNotContain("<script", maker.party().toString());
        assertThat(parsed(dysprosium).getElementsByTagName("path").getLength()).isPositive();
        assertThat(dysprosium.asString())
                .contains("oxide 23.501 kg Dy", "lost 1.105 kg Dy", "swarf 5.294 kg Dy")
                .doesNotContain("mixed", "kg Nd");
    }

    @Test
    void a_picture_shows_no_more_than_the_lists() {
        Plant maker = plant("JP", "manufacturer");
        Plant other = plant("DE", "manufacturer");
        LotId flake = flake(maker);
        other.get("/lots/" + flake + "/flow.svg").statusCode(404).body("type", equalTo(Scene.problem("not-found")));
        Handing.over(maker, other, flake, 1, "1388.888889", true);
        LotId blanks = make(other, "sintering", "sintered", "[" + all(flake) + "]", "blank", "1333");
        String theirs = other.asking().get("/lots/" + blanks + "/flow.svg").asString();
        assertThat(theirs).contains("flake 1388.889 kg", "received").doesNotContain("metal", "oxide");
        String ours = maker.asking().get("/lots/" + flake + "/flow.svg").asString();
        assertThat(ours).contains("metal 438.522 kg").doesNotContain("blank", "sintering");
    }

    @Test
    void what_is_no_element_is_refused_by_its_name() {
        Plant maker = plant("DE", "manufacturer");
        LotId oxide = Scene.registered(maker, "2");
        maker.get("/lots/" + oxide + "/flow.svg?element=Xx").statusCode(400).body("field", equalTo("element"));
        // A lot that holds none of an element is a picture too.
        maker.get("/lots/" + oxide + "/flow.svg?element=Nd").statusCode(200);
    }
}
