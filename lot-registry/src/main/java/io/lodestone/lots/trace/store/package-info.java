/**
 * Stored walks and the rows that their steps and pages read.
 *
 * <p>Every step and every page is bounded, whatever the genealogy looks like.
 */
@NullMarked
package io.lodestone.lots.trace.store;

import org.jspecify.annotations.NullMarked;
