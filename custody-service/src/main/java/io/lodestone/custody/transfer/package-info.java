/**
 * Handovers as their parties ask for them, before they are statements.
 */
@NullMarked
package io.lodestone.custody.transfer;

import org.jspecify.annotations.NullMarked;
