/**
 * Rules as data: a ruleset file, its dated intervals, its rule trees and what they say of facts on a day.
 *
 * <p>Trees of {@code all}, {@code any} and {@code not} follow Kleene's strong logic; their leaves are CEL predicates
 * in a closed subset that every CEL library reads alike. What is unknown stays unknown and becomes branches of the
 * answer. {@code dev.cel} is used in this package only.
 */
@NullMarked
package io.lodestone.evidence.ruleset;

import org.jspecify.annotations.NullMarked;
