/**
 * What the lot-registry says of a lot to a party that may see it.
 */
@NullMarked
package io.lodestone.certificates.dossier;

import org.jspecify.annotations.NullMarked;
