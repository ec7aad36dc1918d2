/**
 * One lot's own history, checked without anybody else's.
 *
 * <p>Versions are chained by their acceptance records, and each shows in public the nullifier of the one before; so two
 * histories of one lot give themselves away ({@code SPEC.md} section 20).
 */
@NullMarked
package io.lodestone.evidence.history;

import org.jspecify.annotations.NullMarked;
