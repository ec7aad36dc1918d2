/**
 * A lot's own history: which statement made which version of it, and how it stood then.
 *
 * <p>Who holds or owns a lot sees its versions, of those before its own time only that they are in the log; who has
 * handed it on sees nothing of what came after ({@code SPEC.md} section 20).
 */
@NullMarked
package io.lodestone.custody.history;

import org.jspecify.annotations.NullMarked;
