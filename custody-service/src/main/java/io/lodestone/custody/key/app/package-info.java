/**
 * What may be asked about keys.
 *
 * <p>Who may ask is decided in the query, so that a party without keys and one that is not the caller's business look
 * the same.
 */
@NullMarked
package io.lodestone.custody.key.app;

import org.jspecify.annotations.NullMarked;
