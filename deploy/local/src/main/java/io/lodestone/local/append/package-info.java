/**
 * How fast custody-service takes statements, beside what PostgreSQL alone does with the same rows.
 *
 * <p>{@code wrk} sends statements made beforehand, {@code pgbench} writes the same rows as SQL; both have to be installed,
 * and {@code deploy/bench/append} sees to that.
 */
@NullMarked
package io.lodestone.local.append;

import org.jspecify.annotations.NullMarked;
