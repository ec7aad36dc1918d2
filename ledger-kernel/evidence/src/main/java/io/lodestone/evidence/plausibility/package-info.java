/**
 * Rules that say which accepted statements deserve a second look.
 *
 * <p>They refuse nothing. Each is a pure function of a statement and the few facts it looks at, exact, so that whoever
 * replays the log finds the same things. What they find names no party and no lot: that is left to whoever stores it.
 */
@NullMarked
package io.lodestone.evidence.plausibility;

import org.jspecify.annotations.NullMarked;
