/**
 * A lot's holding over HTTP, for those it concerns.
 */
@NullMarked
package io.lodestone.custody.holding.api;

import org.jspecify.annotations.NullMarked;
