/**
 * Webhooks over HTTP: a party registers, lists and withdraws them, and sees what was delivered.
 *
 * <p>The secret is shown in the answer to the registration and never again.
 */
@NullMarked
package io.lodestone.custody.webhook.api;

import org.jspecify.annotations.NullMarked;
