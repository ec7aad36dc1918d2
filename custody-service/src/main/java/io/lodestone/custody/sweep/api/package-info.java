/**
 * Sweeps over HTTP: begun by the registrar, read by the registrar and by auditors.
 *
 * <p>What it answers names places in the log and no party, lot or mass.
 */
@NullMarked
package io.lodestone.custody.sweep.api;

import org.jspecify.annotations.NullMarked;
