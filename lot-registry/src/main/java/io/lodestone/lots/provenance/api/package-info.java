/**
 * Origin, genealogy and dossier over HTTP.
 *
 * <p>The dossier is for services, and for one party at a time.
 */
@NullMarked
package io.lodestone.lots.provenance.api;

import org.jspecify.annotations.NullMarked;
