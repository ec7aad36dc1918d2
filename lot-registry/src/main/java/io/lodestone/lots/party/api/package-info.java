/**
 * Parties over HTTP.
 *
 * <p>The role registrar admits; anybody with a role may look up a country.
 */
@NullMarked
package io.lodestone.lots.party.api;

import org.jspecify.annotations.NullMarked;
