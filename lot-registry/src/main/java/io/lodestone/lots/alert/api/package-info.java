/**
 * Alerts over HTTP.
 *
 * <p>A party sees those on its own statements and on lots it holds or owns; any other id is not there.
 */
@NullMarked
package io.lodestone.lots.alert.api;

import org.jspecify.annotations.NullMarked;
