/**
 * A lot's timeline and history over HTTP.
 *
 * <p>To whom a lot is not shown, it is as if it did not exist.
 */
@NullMarked
package io.lodestone.custody.history.api;

import org.jspecify.annotations.NullMarked;
