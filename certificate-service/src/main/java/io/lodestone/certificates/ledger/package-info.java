/**
 * The log as this service uses it: statements in, decisions and receipts out.
 *
 * <p>Refusals are results. No answer decides nothing: the same statement is sent again under the same id.
 */
@NullMarked
package io.lodestone.certificates.ledger;

import org.jspecify.annotations.NullMarked;
