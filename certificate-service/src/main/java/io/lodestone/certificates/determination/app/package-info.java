/**
 * Answering: dossier, ruleset, kernel, record. Nothing is signed.
 */
@NullMarked
package io.lodestone.certificates.determination.app;

import org.jspecify.annotations.NullMarked;
