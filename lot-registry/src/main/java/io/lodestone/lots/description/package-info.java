/**
 * What is known of a lot beside its mass and composition.
 *
 * <p>The description stands in the statement; details stand in a salted annex that can be withdrawn.
 */
@NullMarked
package io.lodestone.lots.description;

import org.jspecify.annotations.NullMarked;
