package io.lodestone.custody.holding;

import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.SpendSecret;

/**
 * A lot's holding with what its next statement continues from.
 *
 * @param lastRecord digest of the acceptance record that made this version
 * @param secret the secret whose nullifier the next spend shows; only the holder may see it
 */
public record HeldLot(Holding holding, Digest lastRecord, SpendSecret secret) {}
