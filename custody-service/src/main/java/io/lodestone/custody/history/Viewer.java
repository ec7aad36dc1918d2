package io.lodestone.custody.history;

import io.lodestone.evidence.statement.PartyId;
import java.util.Optional;

/**
 * Who looks at a lot's history.
 *
 * @param party empty for a sibling service, which sees all
 * @param audits whether the party also looks as those that let it
 */
public record Viewer(Optional<PartyId> party, boolean audits) {}
