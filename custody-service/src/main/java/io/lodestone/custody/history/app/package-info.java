/**
 * What may be asked of a lot's history.
 *
 * <p>Queries are answered for a viewer, so that no caller has to cut down what it is given.
 */
@NullMarked
package io.lodestone.custody.history.app;

import org.jspecify.annotations.NullMarked;
