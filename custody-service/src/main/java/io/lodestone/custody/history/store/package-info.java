/**
 * A lot's history from its tables.
 *
 * <p>What a viewer sees is decided in the query, row by row.
 */
@NullMarked
package io.lodestone.custody.history.store;

import org.jspecify.annotations.NullMarked;
