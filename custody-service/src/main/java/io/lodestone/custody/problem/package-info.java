/**
 * The problems of this service on the wire, beside those that every service has.
 */
@NullMarked
package io.lodestone.custody.problem;

import org.jspecify.annotations.NullMarked;
