/**
 * Witnesses that cosign this log's checkpoints: who they are, what they are asked, and what their answers mean.
 *
 * <p>Pure. A witness is the operator's choice, so it may be on an inner network; what it answers is believed only where
 * its key signed it.
 */
@NullMarked
package io.lodestone.custody.witness;

import org.jspecify.annotations.NullMarked;
