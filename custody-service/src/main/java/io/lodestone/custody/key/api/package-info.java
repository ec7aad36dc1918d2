/**
 * Keys over HTTP: the caller's own, and those of parties it deals with.
 *
 * <p>They are added, revoked and required by statements, at {@code POST /statements}.
 */
@NullMarked
package io.lodestone.custody.key.api;

import org.jspecify.annotations.NullMarked;
