/**
 * Accepting statements: one decision after another over the ledger as it stands, and what each one adds to the log.
 *
 * <p>Pure. The transaction around it is opened in {@code app} and written in {@code store}.
 */
@NullMarked
package io.lodestone.custody.statement;

import org.jspecify.annotations.NullMarked;
