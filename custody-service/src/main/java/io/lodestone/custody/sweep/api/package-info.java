/**
 * Sweeps over HTTP: begun and read by the registrar; auditors see that they ran and how they ended.
 *
 * <p>Findings name places in the log and keys of rows, which no auditor sees of parties that let it see nothing.
 */
@NullMarked
package io.lodestone.custody.sweep.api;

import org.jspecify.annotations.NullMarked;
