/**
 * Reading holdings outside a batch.
 */
@NullMarked
package io.lodestone.custody.holding.store;

import org.jspecify.annotations.NullMarked;
