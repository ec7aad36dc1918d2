package io.lodestone.local.demo;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json.JsonInteger;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.local.demo.Api.Answer;
import io.lodestone.local.demo.Scenario.Step;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says every step of a scenario to the services, in order, and keeps the log index of each. */
final class Chain {

    private final Api api;
    private final Map<String, String> urls;
    private final Names names;
    private final PrintStream out;
    private final List<Entered> entered = new ArrayList<>();

    /** A step that stands in the log. */
    record Entered(String step, String as, long index) {}

    Chain(Api api, Map<String, String> urls, Names names, PrintStream out) {
        this.api = api;
        this.urls = urls;
        this.names = names;
        this.out = out;
    }

    void say(List<Step> steps, Journal journal) {
        for (Step step : steps) {
            String url = urls.get(step.at()) + names.fillPath(step.post());
            String body = CanonicalJson.text(names.fill(step.body(), step.id()));
            Answer answer = api.post(step.as(), url, journal.id("statement." + step.id()), body);
            if (!answer.ok()) {
                throw new DemoFailure(
                        "step " + step.id() + ": POST " + url + " answered " + answer.status() + "\n" + answer.body());
            }
            long index = index(answer.json());
            out.printf("  %4s  %s%n", index < 0 ? "" : "#" + index, step.say());
            if (index >= 0) {
                entered.add(new Entered(step.id(), step.as(), index));
            }
        }
    }

    /** Where a service tells the index of the entry; -1 where it made none. */
    static long index(JsonObject answer) {
        JsonObject at = answer.get("statement") instanceof JsonObject statement ? statement : answer;
        for (String name : List.of("index", "publishedIndex")) {
            if (at.get(name) instanceof JsonInteger number) {
                return number.value();
            }
        }
        return -1;
    }

    List<Entered> entered() {
        return entered;
    }
}
