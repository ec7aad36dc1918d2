/**
 * The machine the launcher runs on: its files, ports and programs.
 *
 * <p>A problem that the person at the terminal can solve is a {@link io.lodestone.local.host.LaunchException}, whose
 * message says what to do.
 */
@NullMarked
package io.lodestone.local.host;

import org.jspecify.annotations.NullMarked;
