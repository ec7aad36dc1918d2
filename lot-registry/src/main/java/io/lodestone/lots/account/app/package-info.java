/**
 * Showing accounts to their party, and setting their limits.
 *
 * <p>A limit is judged at once, under the lock of the feed's cursor, so that it has its place among the statements.
 */
@NullMarked
package io.lodestone.lots.account.app;

import org.jspecify.annotations.NullMarked;
