/**
 * Who is asking: taken once from the verified token and passed down as a record. Below {@code api} nothing knows of
 * tokens.
 */
@NullMarked
package io.lodestone.kit.actor;

import org.jspecify.annotations.NullMarked;
