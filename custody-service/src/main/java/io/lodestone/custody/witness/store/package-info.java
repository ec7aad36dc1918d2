/**
 * Cosignatures in PostgreSQL, beside the checkpoints that they are for.
 *
 * <p>They are added and never changed; whoever changes one makes a line that no key signed.
 */
@NullMarked
package io.lodestone.custody.witness.store;

import org.jspecify.annotations.NullMarked;
