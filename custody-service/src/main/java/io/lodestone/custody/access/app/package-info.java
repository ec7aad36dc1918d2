/**
 * Use cases of grants, and the one question that other features ask: may this auditor see it?
 *
 * <p>A grant shows what its granter sees itself and no more: a period of log time, and all lots or some.
 */
@NullMarked
package io.lodestone.custody.access.app;

import org.jspecify.annotations.NullMarked;
