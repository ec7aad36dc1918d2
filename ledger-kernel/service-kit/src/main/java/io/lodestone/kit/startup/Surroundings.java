package io.lodestone.kit.startup;

import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Where this process runs. Anything that does not say it is development is production. */
@Singleton
public class Surroundings {

    private static final Set<String> DEVELOPMENT = Set.of("local", "test", "dev");

    private final List<String> profiles;

    public Surroundings() {
        this(ConfigUtils.getProfiles());
    }

    Surroundings(List<String> profiles) {
        this.profiles = List.copyOf(profiles);
    }

    public boolean isDevelopment() {
        return !profiles.isEmpty() && DEVELOPMENT.containsAll(profiles);
    }

    public boolean isTest() {
        return profiles.equals(List.of("test"));
    }
}
