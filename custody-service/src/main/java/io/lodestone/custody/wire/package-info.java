/** Answers that several resources give in one form. */
@NullMarked
package io.lodestone.custody.wire;

import org.jspecify.annotations.NullMarked;
