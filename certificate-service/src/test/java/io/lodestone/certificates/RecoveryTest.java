package io.lodestone.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.certificates.testing.CrashingCertificates;
import io.lodestone.certificates.testing.CrashingCertificates.After;
import io.lodestone.certificates.testing.Magnets;
import io.lodestone.certificates.testing.StandIns.Fault;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class RecoveryTest extends ServiceScene {

    @Inject
    CrashingCertificates certificates;

    @ParameterizedTest
    @EnumSource(After.class)
    void a_crash_after_any_commit_loses_nothing(After after) {
        String id = Magnets.newId();
        JsonObject body = request().with("certificate", Json.string(id));
        int size = others.logSize();
        certificates.crashOnce(after);

        issue(Magnets.newId(), body).then().statusCode(after == After.NOTHING ? 201 : 500);

        awaitSigned(id);
        assertThat(others.logSize()).isEqualTo(size + 1);
        verified(id);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_log_that_fails_or_persists_but_fails_is_asked_again(Fault fault) {
        String key = Magnets.newId();
        String id = Magnets.newId();
        int size = others.logSize();
        others.next(fault);

        Response answer = issue(key, request().with("certificate", Json.string(id)));

        answer.then().statusCode(202).header("Location", "/certificates/" + id);
        awaitSigned(id);
        assertThat(others.logSize()).isEqualTo(size + 1);
        issue(key, request().with("certificate", Json.string(id))).then().statusCode(201);
        verified(id);
    }

    @Test
    void a_certificate_waits_for_a_checkpoint_that_covers_it() {
        others.receiptsAway(true);
        Response answer = issue(Magnets.newId(), request());
        answer.then().statusCode(202);
        String id = answer.path("certificate");
        assertThat(state(id)).isEqualTo("ACCEPTED");
        refused(as(maker, "manufacturer").get("/certificates/" + id + "/bundle").then(), 409, "certificate-not-signed");

        others.receiptsAway(false);

        awaitSigned(id);
        verified(id);
    }

    @Test
    void a_bundle_that_does_not_verify_is_handed_to_nobody() {
        others.forging(true);
        Response answer = issue(Magnets.newId(), request());
        answer.then().statusCode(202);
        String id = answer.path("certificate");
        assertThat(state(id)).isEqualTo("ACCEPTED");
        refused(as(maker, "manufacturer").get("/certificates/" + id + "/jwt").then(), 409, "certificate-not-signed");

        others.forging(false);

        awaitSigned(id);
        verified(id);
    }
}
