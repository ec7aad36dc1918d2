/**
 * Reasons not to start. Each check refuses with a sentence of its own; a service that is told to run in production
 * with development keys, without authorization or on a database that may lose what it acknowledged does not run.
 *
 * <p>A service adds its own by a bean that implements {@link StartupCheck}.
 */
@NullMarked
package io.lodestone.kit.startup;

import org.jspecify.annotations.NullMarked;
