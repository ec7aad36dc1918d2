/**
 * Webhooks and their outbox in PostgreSQL.
 *
 * <p>The outbox follows the log by index, so nothing is lost or queued twice whatever fails, and sequencing does not wait for it.
 */
@NullMarked
package io.lodestone.custody.webhook.store;

import org.jspecify.annotations.NullMarked;
