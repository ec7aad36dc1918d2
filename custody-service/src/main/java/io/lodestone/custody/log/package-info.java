/**
 * The public log: what may be published after what, and the folder of tiles a proof needs. Pure.
 */
@NullMarked
package io.lodestone.custody.log;

import org.jspecify.annotations.NullMarked;
