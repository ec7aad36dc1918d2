/**
 * What every store shares: values of the model to and from rows.
 *
 * <p>One statement at a time on one connection; no object mapper stands between.
 */
@NullMarked
package io.lodestone.lots.sql;

import org.jspecify.annotations.NullMarked;
