/**
 * Keys and the X.509 certificates that vouch for them: a root, one issuing authority, one key a certifying party.
 *
 * <p>The only package of this service that may use {@code org.bouncycastle}, and only to make certificates. A key is on
 * disk, whole and flushed, before anything is signed or promised with it; a file once made is never replaced.
 */
@NullMarked
package io.lodestone.certificates.trust;

import org.jspecify.annotations.NullMarked;
