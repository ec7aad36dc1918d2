package io.lodestone.evidence.signature;

/** Signs bytes with a key that it keeps to itself, in memory or in hardware. */
@FunctionalInterface
public interface Signer {

    byte[] sign(byte[] message);
}
