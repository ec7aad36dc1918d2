/**
 * The service over HTTP, on a real PostgreSQL, beside a stand-in of the custody service that decides with the kernel.
 *
 * <p>The stand-in keeps the contract and can break off: away, or decided but not answered.
 */
@NullMarked
package io.lodestone.lots;

import org.jspecify.annotations.NullMarked;
