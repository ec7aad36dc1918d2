package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Mass;

/**
 * What a transformation drew from.
 *
 * @param transformation where in the log it stands
 * @param before digest of what the lot held before, as last computed
 * @param owed the lot's deficit before, as last computed
 */
public record RecordedDraw(long transformation, Digest before, Mass owed) {}
