/**
 * A witness for logs (C2SP tlog-witness): what it remembers on disk, and what it answers over HTTP.
 *
 * <p>The kernel decides; here a decision is kept before it is told. One process for a folder, one request at a time.
 */
@NullMarked
package io.lodestone.local.witness;

import org.jspecify.annotations.NullMarked;
