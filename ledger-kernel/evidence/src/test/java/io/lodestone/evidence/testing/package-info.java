/**
 * Builds whole bundles with keys of its own, good ones unless a part is changed, for tests of everything that reads
 * them. Every part after a changed one is made anew, so a change is caught only by the check that is meant for it.
 */
@NullMarked
package io.lodestone.evidence.testing;

import org.jspecify.annotations.NullMarked;
