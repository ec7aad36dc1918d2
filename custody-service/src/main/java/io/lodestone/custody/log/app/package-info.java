/**
 * The publisher, the log's key, the checkpoint kept outside the database, and the reasons not to start.
 *
 * <p>Whatever disagrees stops the log: it rather is down than wrong.
 */
@NullMarked
package io.lodestone.custody.log.app;

import org.jspecify.annotations.NullMarked;
