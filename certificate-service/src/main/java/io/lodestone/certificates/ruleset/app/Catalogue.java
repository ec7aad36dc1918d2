package io.lodestone.certificates.ruleset.app;

import io.lodestone.certificates.ruleset.RulesetCatalogue;
import io.lodestone.evidence.ruleset.Ruleset;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Loads the configured rulesets from the kernel. */
public class Catalogue {

    @Produces
    @Singleton
    RulesetCatalogue catalogue(@ConfigProperty(name = "lodestone.rulesets") List<String> names) {
        return new RulesetCatalogue(names.stream().map(Ruleset::bundled).toList());
    }
}
