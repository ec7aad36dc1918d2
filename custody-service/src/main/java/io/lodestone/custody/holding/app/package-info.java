/** What may be asked about holdings outside a batch. */
@NullMarked
package io.lodestone.custody.holding.app;

import org.jspecify.annotations.NullMarked;
