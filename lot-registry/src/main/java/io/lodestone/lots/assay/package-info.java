/**
 * A laboratory's results for a lot.
 *
 * <p>They change the lot's version and no mass.
 */
@NullMarked
package io.lodestone.lots.assay;

import org.jspecify.annotations.NullMarked;
