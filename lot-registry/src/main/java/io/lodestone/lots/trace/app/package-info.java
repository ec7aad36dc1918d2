/**
 * Walks through genealogies, resumed page by page, and swept when nobody has asked for an hour.
 *
 * <p>No page begins at the root again: a walk is stored as far as it went.
 */
@NullMarked
package io.lodestone.lots.trace.app;

import org.jspecify.annotations.NullMarked;
