/**
 * Giving, withdrawing and listing grants over HTTP.
 *
 * <p>A grant shows what its granter sees itself and no more: a period of log time, and all lots or some.
 */
@NullMarked
package io.lodestone.custody.access.api;

import org.jspecify.annotations.NullMarked;
