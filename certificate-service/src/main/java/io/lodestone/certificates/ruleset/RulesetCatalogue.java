package io.lodestone.certificates.ruleset;

import io.lodestone.evidence.ruleset.Ruleset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rulesets on offer, by edition. The first answers where no edition is asked for. */
public final class RulesetCatalogue {

    private final Map<String, Ruleset> byEdition = new LinkedHashMap<>();

    /** Refuses an empty list and an edition that stands in it twice. */
    public RulesetCatalogue(List<Ruleset> rulesets) {
        for (Ruleset ruleset : rulesets) {
            if (byEdition.put(ruleset.edition(), ruleset) != null) {
                throw new IllegalArgumentException("an edition is on offer twice: " + ruleset.edition());
            }
        }
        if (byEdition.isEmpty()) {
            throw new IllegalArgumentException("no ruleset is on offer");
        }
    }

    public List<Ruleset> all() {
        return List.copyOf(byEdition.values());
    }

    public Optional<Ruleset> edition(String edition) {
        return Optional.ofNullable(byEdition.get(edition));
    }

    public Ruleset current() {
        return byEdition.values().iterator().next();
    }
}
