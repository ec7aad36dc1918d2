/**
 * Many items in one request: what is read of them, and what each comes to.
 *
 * <p>Pure. An item is worked out over what the items ahead of it will have made.
 */
@NullMarked
package io.lodestone.lots.bulk;

import org.jspecify.annotations.NullMarked;
