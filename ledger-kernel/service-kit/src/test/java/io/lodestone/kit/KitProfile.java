package io.lodestone.kit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The kit has no application of its own: its tests are one, named here. */
public final class KitProfile implements QuarkusTestProfile {

    public static final String NAME = "kit-probe";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.application.name", NAME);
    }

    @Override
    public String getConfigProfile() {
        return "test";
    }
}
