/**
 * The services as child processes: how they are started, watched, told what they need to know, and stopped.
 */
@NullMarked
package io.lodestone.local.process;

import org.jspecify.annotations.NullMarked;
