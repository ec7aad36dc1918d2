/**
 * Rows of accounts, their postings and limits.
 *
 * <p>Written by the feed alone, but for the limits, which a party sets.
 */
@NullMarked
package io.lodestone.lots.account.store;

import org.jspecify.annotations.NullMarked;
