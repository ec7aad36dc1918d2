/**
 * Two custody-services on one PostgreSQL under load, one of the three killed again and again, and the judgement on the
 * log that is left.
 *
 * <p>It shows that process crashes lose nothing; it says nothing of power cuts.
 */
@NullMarked
package io.lodestone.local.endurance;

import org.jspecify.annotations.NullMarked;
