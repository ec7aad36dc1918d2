/**
 * Database sessions, and the Vert.x contexts they are bound to.
 *
 * <p>A session belongs to the duplicated context it was opened on and runs one operation at a time. What is heavy runs
 * on a worker before or after it and comes back to the caller's context.
 */
@NullMarked
package io.lodestone.certificates.session;

import org.jspecify.annotations.NullMarked;
