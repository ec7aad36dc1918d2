/**
 * What was asked and answered, append-only.
 */
@NullMarked
package io.lodestone.certificates.determination.store;

import org.jspecify.annotations.NullMarked;
