/**
 * Copies a whole log over its public surface into a folder, in the layout of C2SP tlog-tiles.
 *
 * <p>What is copied is audited on the way and the checkpoint is written last, so that a folder with a checkpoint is a
 * whole log. Nothing is asked of the service but what anybody may ask.
 */
@NullMarked
package io.lodestone.local.export;

import org.jspecify.annotations.NullMarked;
