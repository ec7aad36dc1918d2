package io.lodestone.local.demo;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A job as its input file gives it: who says what to which service, in order.
 *
 * @param setup what has to stand once in a ledger: parties, facilities, the ruleset
 * @param lots every lot of the job, in the order of the chain, and a party that may see it
 */
record Scenario(
        String title,
        List<Step> setup,
        List<Step> job,
        List<NamedLot> lots,
        Asked determination,
        Certified certificate) {

    private static final int MAX = 1_000;

    record Step(String id, String as, String at, String post, JsonObject body, String say) {
        static Step read(Members in) {
            return new Step(
                    in.string("id", 64),
                    in.string("as", 64),
                    in.string("at", 64),
                    in.string("post", 256),
                    in.object("body").json(),
                    in.string("say", 512));
        }
    }

    /** A lot's name for people, who made it and who has it in the end. */
    record NamedLot(String lot, String as, String maker, String name) {
        static NamedLot read(Members in) {
            return new NamedLot(
                    in.string("lot", 64), in.string("as", 64), in.string("maker", 64), in.string("name", 64));
        }
    }

    /** The question to the certificate-service. */
    record Asked(String as, String lot, JsonObject consignment, List<String> dates, List<String> policies) {
        static Asked read(Members in) {
            return new Asked(
                    in.string("as", 64),
                    in.string("lot", 64),
                    in.object("consignment").json(),
                    in.strings("dates", 32, 10, date -> date),
                    in.strings("originPolicies", 8, 32, policy -> policy));
        }
    }

    /** The certificate that is asked for, with the consignment of the question, on one date. */
    record Certified(String as, String id, String lot, String date) {
        static Certified read(Members in) {
            return new Certified(in.string("as", 64), in.string("id", 64), in.string("lot", 64), in.string("date", 10));
        }
    }

    static Scenario read(Path file) {
        try {
            Members in = Members.of(CanonicalJson.read(Files.readAllBytes(file), CanonicalJson.MAX_DOCUMENT_BYTES));
            in.format("lodestone-scenario", 1);
            Scenario scenario = new Scenario(
                    in.string("title", 256),
                    in.objects("setup", MAX, Step::read),
                    in.objects("job", MAX, Step::read),
                    in.objects("lots", MAX, NamedLot::read),
                    Asked.read(in.object("determination")),
                    Certified.read(in.object("certificate")));
            in.end();
            return scenario;
        } catch (IOException e) {
            throw new DemoFailure("cannot read " + file);
        }
    }
}
