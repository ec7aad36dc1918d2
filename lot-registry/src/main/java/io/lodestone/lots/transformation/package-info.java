/**
 * Lots that become other lots and losses.
 *
 * <p>The kernel settles masses and draws vectors; what is asked for and what is stated are kept apart.
 */
@NullMarked
package io.lodestone.lots.transformation;

import org.jspecify.annotations.NullMarked;
