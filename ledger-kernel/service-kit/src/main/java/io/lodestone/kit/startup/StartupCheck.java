package io.lodestone.kit.startup;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** One reason not to start. */
public interface StartupCheck {

    /** Empty where all is well; else a sentence that says what is wrong and what to change. */
    Uni<Optional<String>> refusal();
}
