/**
 * Registering webhooks, and delivering to them what has become of transfers.
 *
 * <p>Deliveries are made at least once: a receiver that sees an id twice has seen one event.
 */
@NullMarked
package io.lodestone.custody.webhook.app;

import org.jspecify.annotations.NullMarked;
