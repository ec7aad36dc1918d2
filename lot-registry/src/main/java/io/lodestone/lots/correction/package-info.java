/**
 * Corrections of what was registered or transformed, and what follows from them.
 *
 * <p>A correction touches lots in the transaction that applies it; they are computed again in parts, each a statement.
 */
@NullMarked
package io.lodestone.lots.correction;

import org.jspecify.annotations.NullMarked;
