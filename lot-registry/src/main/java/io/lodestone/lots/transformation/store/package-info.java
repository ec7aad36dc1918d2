/**
 * Rows about transformations.
 *
 * <p>Filled by the feed; what was booked as a loss is kept beside the statement, which bears the measured mass alone.
 */
@NullMarked
package io.lodestone.lots.transformation.store;

import org.jspecify.annotations.NullMarked;
