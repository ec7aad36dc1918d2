/**
 * Statements on their way to be decided.
 *
 * <p>A statement is kept before it is sent and sent until it is decided; a decision is kept and repeated.
 */
@NullMarked
package io.lodestone.lots.outbox;

import org.jspecify.annotations.NullMarked;
