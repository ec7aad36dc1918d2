/**
 * Issuing: prepare, submit, sign, bundle; each stage stored before the next.
 */
@NullMarked
package io.lodestone.certificates.certificate.app;

import org.jspecify.annotations.NullMarked;
