package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.PartyId;

/** A permission as far as a decision looks at it: whose it is, and whether it still stands. */
public record Grant(GrantId grant, PartyId granter, boolean withdrawn) {}
