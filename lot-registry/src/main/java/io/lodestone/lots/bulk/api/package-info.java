/**
 * Many items over HTTP, as one answer or line by line.
 *
 * <p>One path, with a limit of its own.
 */
@NullMarked
package io.lodestone.lots.bulk.api;

import org.jspecify.annotations.NullMarked;
