/**
 * The offline verifier: reads a bundle and a trust file, lets the kernel verify, and says what that proves, who
 * asserted what, and what was not checked.
 *
 * <p>It opens two files and nothing else: no network, no clock, no configuration.
 */
@NullMarked
package io.lodestone.verifier;

import org.jspecify.annotations.NullMarked;
