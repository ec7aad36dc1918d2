/**
 * Asking the witnesses for cosignatures, after a publication and without holding it up.
 *
 * <p>One instance asks all of them for the same checkpoint, so that a quorum comes together; the newest one is asked
 * for, and those between two rounds stay without.
 */
@NullMarked
package io.lodestone.custody.witness.app;

import org.jspecify.annotations.NullMarked;
