/**
 * Transfers over HTTP.
 */
@NullMarked
package io.lodestone.custody.transfer.api;

import org.jspecify.annotations.NullMarked;
