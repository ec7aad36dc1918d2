/**
 * Calls to sibling services: JSON of the kernel in and out, this service's own token, bounded in time and size.
 *
 * <p>An answer is a {@link Reply} whatever its status; only no answer at all is a failure, and then nothing is known of
 * what happened on the other side.
 */
@NullMarked
package io.lodestone.kit.client;

import org.jspecify.annotations.NullMarked;
