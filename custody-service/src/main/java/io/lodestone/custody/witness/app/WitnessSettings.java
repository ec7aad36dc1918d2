package io.lodestone.custody.witness.app;

import io.lodestone.custody.witness.ConfiguredWitness;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.witness.TlogPolicy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The policy file of this log's operator: the witnesses with a URL are asked, and its quorum is what receipts should
 * have. A file that is wrong is a reason not to start, so this bean is made all the same and says what is wrong.
 */
@Singleton
public class WitnessSettings {

    private final Optional<TlogPolicy> policy;
    private final List<ConfiguredWitness> witnesses;
    private final String fault;

    @Inject
    public WitnessSettings(@ConfigProperty(name = "lodestone.witness.policy") Optional<Path> file) {
        Optional<TlogPolicy> read = Optional.empty();
        List<ConfiguredWitness> asked = List.of();
        String wrong = "";
        try {
            if (file.isPresent()) {
                TlogPolicy found = TlogPolicy.read(Files.readAllBytes(file.get()));
                asked = ConfiguredWitness.of(found);
                read = Optional.of(found);
            }
        } catch (IOException e) {
            wrong = "the witnesses' policy file cannot be read: " + e.getMessage();
        } catch (FormatException | IllegalArgumentException e) {
            wrong = "the witnesses' policy file is wrong: " + e.getMessage();
        }
        this.policy = read;
        this.witnesses = asked;
        this.fault = wrong;
    }

    /** Empty where no witness is to be asked. */
    public Optional<TlogPolicy> policy() {
        return policy;
    }

    public List<ConfiguredWitness> witnesses() {
        return witnesses;
    }

    Optional<String> fault() {
        return fault.isEmpty() ? Optional.empty() : Optional.of(fault);
    }
}
