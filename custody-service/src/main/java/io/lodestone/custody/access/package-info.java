/**
 * Grants as their parties ask for them, before they are statements, and whose view an auditor has.
 *
 * <p>A grant shows what its granter sees itself and no more: a period of log time, and all lots or some.
 */
@NullMarked
package io.lodestone.custody.access;

import org.jspecify.annotations.NullMarked;
