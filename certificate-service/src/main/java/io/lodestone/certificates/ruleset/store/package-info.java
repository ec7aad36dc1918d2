/**
 * Publications as rows.
 */
@NullMarked
package io.lodestone.certificates.ruleset.store;

import org.jspecify.annotations.NullMarked;
