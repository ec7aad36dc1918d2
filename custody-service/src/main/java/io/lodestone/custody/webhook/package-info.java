/**
 * Telling a party's own systems what became of its transfers: where to, what, and how it is proven to come from here.
 *
 * <p>Pure. Only hosts that the operator has registered are delivered to, and never an address of an inner network.
 */
@NullMarked
package io.lodestone.custody.webhook;

import org.jspecify.annotations.NullMarked;
