/**
 * The custody service as this one sees it: where statements are decided, and where the feed comes from.
 *
 * <p>What it answers is either a decision, which is final, or nothing, which is tried again under the same id.
 */
@NullMarked
package io.lodestone.lots.custody;

import org.jspecify.annotations.NullMarked;
