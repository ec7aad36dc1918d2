/**
 * Reads of profiles and of the genealogy, level by level.
 *
 * <p>Bounded: no answer grows with what the caller cannot see.
 */
@NullMarked
package io.lodestone.lots.provenance.store;

import org.jspecify.annotations.NullMarked;
