package io.lodestone.local.demo;

import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.local.host.PrivateFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * A ledger in which the scenario's parties, facilities and ruleset stand, and no lot yet: where a benchmark begins.
 *
 * @param exporter the party that asks, works at {@code facility} and may determine
 * @param question what it asks about a shipment
 */
public record Preparation(Api api, String exporter, String facility, JsonObject question) {

    public static Preparation of(DemoSettings settings, PrintStream out) {
        Api api = new Api(settings.data().resolve("tokens"));
        Journal setup = Journal.open(settings.data().resolve("demo/setup.properties"));
        Names names = new Names(parties(settings.data()), setup, setup);
        Scenario scenario = Scenario.read(settings.scenarios().resolve("n42sh/job.json"));
        Map<String, String> urls = Map.of(
                "lot-registry",
                settings.lotRegistry(),
                "custody-service",
                settings.custody(),
                "certificate-service",
                settings.certificates());
        new Chain(api, urls, names, out).say(scenario.setup(), setup);
        String exporter = scenario.determination().as();
        return new Preparation(
                api,
                exporter,
                names.id("@facility." + exporter),
                scenario.determination().consignment());
    }

    static Properties parties(Path data) {
        Properties parties = new Properties();
        try {
            parties.load(new StringReader(PrivateFiles.read(data.resolve("parties.properties"))));
            return parties;
        } catch (IOException e) {
            throw new IllegalStateException("a string can be read", e);
        }
    }
}
