/**
 * Time and chance. They enter a service here and are injected in {@code app} packages only; the model takes them as
 * arguments.
 */
@NullMarked
package io.lodestone.kit.ids;

import org.jspecify.annotations.NullMarked;
