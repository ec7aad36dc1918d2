/**
 * Questions about a lot and a shipment, and the facts they have in common with certificates.
 */
@NullMarked
package io.lodestone.certificates.determination;

import org.jspecify.annotations.NullMarked;
