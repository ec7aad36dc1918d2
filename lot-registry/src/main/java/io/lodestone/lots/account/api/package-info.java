/**
 * Accounts over HTTP, as JSON, CSV and a picture.
 *
 * <p>A party sees the accounts of its own facilities; any other facility is not there.
 */
@NullMarked
package io.lodestone.lots.account.api;

import org.jspecify.annotations.NullMarked;
