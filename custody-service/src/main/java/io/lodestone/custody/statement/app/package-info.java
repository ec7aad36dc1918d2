/**
 * The sequencer: a bounded queue, one batch in flight, every batch one transaction under the lock of the log's head.
 *
 * <p>A failed commit is read back before anybody is answered, so no answer contradicts what is stored.
 */
@NullMarked
package io.lodestone.custody.statement.app;

import org.jspecify.annotations.NullMarked;
