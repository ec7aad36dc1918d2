/**
 * Showing alerts, acknowledging them, and taking note of refused overdrafts.
 *
 * <p>Each party acknowledges for itself.
 */
@NullMarked
package io.lodestone.lots.alert.app;

import org.jspecify.annotations.NullMarked;
