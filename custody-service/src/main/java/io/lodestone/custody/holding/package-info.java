/**
 * How a lot stands: its holding, and the secret and record that its next spend continues from.
 */
@NullMarked
package io.lodestone.custody.holding;

import org.jspecify.annotations.NullMarked;
