/**
 * What went into a facility and is in no lot that came out of it, element by element.
 *
 * <p>A stated loss is accounted for and stands beside what is unaccounted for; what was measured above the book stands apart from both and makes up for neither.
 */
@NullMarked
package io.lodestone.lots.account;

import org.jspecify.annotations.NullMarked;
