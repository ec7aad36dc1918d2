/**
 * The state of statements over HTTP.
 *
 * <p>Every answer about a statement has the same member, statement.
 */
@NullMarked
package io.lodestone.lots.outbox.api;

import org.jspecify.annotations.NullMarked;
