/**
 * Certificates as rows, each stage a guarded update.
 */
@NullMarked
package io.lodestone.certificates.certificate.store;

import org.jspecify.annotations.NullMarked;
