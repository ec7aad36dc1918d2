/**
 * What parties and facilities are: names, registry identifiers with their check digits, owners, places.
 *
 * <p>All of it stands in annexes, so it is read leniently where it comes from the log and strictly where it is stated.
 * Who owns how much of whom is computed here in exact rationals, by each of the readings that the texts allow.
 */
@NullMarked
package io.lodestone.evidence.party;

import org.jspecify.annotations.NullMarked;
