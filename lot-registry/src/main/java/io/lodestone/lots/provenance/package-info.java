/**
 * Where a lot's mass comes from, in a form that names nobody.
 *
 * <p>One step up and one step down: beyond that there is only the roll-up.
 */
@NullMarked
package io.lodestone.lots.provenance;

import org.jspecify.annotations.NullMarked;
