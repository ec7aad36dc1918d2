/**
 * Checkpoint, verifier key, receipts and proofs over HTTP.
 */
@NullMarked
package io.lodestone.custody.log.api;

import org.jspecify.annotations.NullMarked;
