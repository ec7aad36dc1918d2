package io.lodestone.evidence.massbalance;

import java.math.BigInteger;

/**
 * One thing whose mass does not add up, in micrograms.
 *
 * @param what an element symbol, {@code open}, or an element and a profile digest
 */
public record Imbalance(String what, BigInteger in, BigInteger out) {}
