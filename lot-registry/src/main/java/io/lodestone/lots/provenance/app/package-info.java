/**
 * Reading provenance for a party that may see it.
 *
 * <p>A vector is stored with its lot, so a roll-up reads one lot however deep its lineage.
 */
@NullMarked
package io.lodestone.lots.provenance.app;

import org.jspecify.annotations.NullMarked;
