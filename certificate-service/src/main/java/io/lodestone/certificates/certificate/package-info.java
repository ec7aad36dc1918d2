/**
 * Certificates on their way from a request to a bundle.
 *
 * <p>Claims and statement are stored before the log is asked, so every stage can be taken up after a crash and gives
 * the same bytes again.
 */
@NullMarked
package io.lodestone.certificates.certificate;

import org.jspecify.annotations.NullMarked;
