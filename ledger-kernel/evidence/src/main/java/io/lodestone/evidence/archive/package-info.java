/**
 * A whole log as files: every entry and every tile, in the layout of C2SP tlog-tiles.
 *
 * <p>An audit reads them once, in log order, from wherever they are, and holds no more than the right edge of the tree
 * and the nullifiers. It takes nobody's data but what is public, so it says that the log is one history and not what
 * stands in it.
 */
@NullMarked
package io.lodestone.evidence.archive;

import org.jspecify.annotations.NullMarked;
