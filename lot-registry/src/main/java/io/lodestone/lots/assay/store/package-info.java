/**
 * Assays as rows.
 *
 * <p>Results are read from the statement itself; the rows say which assay counts.
 */
@NullMarked
package io.lodestone.lots.assay.store;

import org.jspecify.annotations.NullMarked;
