/**
 * The Merkle tree of RFC 6962 section 2.1 and RFC 9162 section 2.1, over SHA-256, and its storage as C2SP tlog-tiles.
 *
 * <p>Proofs are checked by the numbered steps of RFC 9162 and the check returns what is wrong; it never throws for a
 * bad proof. Proofs are made by the recursive definitions of the RFC over a source of node hashes, usually tiles. A
 * stored tree that cannot be right throws {@link io.lodestone.evidence.merkle.CorruptTreeException}.
 */
@NullMarked
package io.lodestone.evidence.merkle;

import org.jspecify.annotations.NullMarked;
