package io.lodestone.lots;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.lots.Scene.Plant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The lots of the worked example beside its dysprosium oxide. */
final class Magnets {

    private static final Map<String, String> OTHER = Map.of(
            "Al", "4.230118443",
            "B", "13.677382967",
            "Co", "14.100394811",
            "Cu", "2.115059222",
            "Fe", "933.163926114",
            "Ga", "2.820078962",
            "Zr", "1.410039481");

    private Magnets() {}

    static String ndpr(LotId lot, Plant plant) {
        return mixed(
                lot,
                plant,
                "509.311",
                "AU",
                List.of(
                        "\"substance\":\"Nd2O3\",\"massKg\":\"395.741\"",
                        "\"substance\":\"Pr6O11\",\"massKg\":\"113.57\""));
    }

    static String other(LotId lot, Plant plant) {
        List<String> parts = new ArrayList<>();
        OTHER.forEach((element, kg) -> parts.add("\"substance\":\"%s\",\"massKg\":\"%s\"".formatted(element, kg)));
        return mixed(lot, plant, "971.517", "JP", parts).replace("\"oxide\"", "\"mixed\"");
    }

    /** A lot of several components of one origin. */
    static String mixed(LotId lot, Plant plant, String massKg, String country, List<String> parts) {
        String first = Scene.oxide(lot, plant, massKg, country, parts.get(0));
        int end = first.lastIndexOf("]}");
        StringBuilder body = new StringBuilder(first.substring(0, end));
        for (String part : parts.subList(1, parts.size())) {
            String one = Scene.oxide(lot, plant, massKg, country, part);
            body.append(',').append(one, one.indexOf("\"material\":[") + 12, one.lastIndexOf("]}"));
        }
        return body.append("]}").toString();
    }
}
