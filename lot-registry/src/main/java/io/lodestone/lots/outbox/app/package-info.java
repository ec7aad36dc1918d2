/**
 * Making, keeping and sending statements.
 *
 * <p>The custody service decides; what is refused here is what the kernel would refuse there.
 */
@NullMarked
package io.lodestone.lots.outbox.app;

import org.jspecify.annotations.NullMarked;
