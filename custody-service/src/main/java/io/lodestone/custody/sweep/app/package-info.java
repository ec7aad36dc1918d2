/**
 * Sweeps as they are begun, go on batch by batch, and end with a signed report.
 *
 * <p>A batch is one transaction that holds the sweep's row, so that of any number of instances one works at it, and any
 * other goes on where it stopped.
 */
@NullMarked
package io.lodestone.custody.sweep.app;

import org.jspecify.annotations.NullMarked;
