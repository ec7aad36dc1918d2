/**
 * The development issuer: who may log in to a local Lodestone. Its key is called {@code development}, which a service
 * in production refuses.
 */
@NullMarked
package io.lodestone.local.identity;

import org.jspecify.annotations.NullMarked;
