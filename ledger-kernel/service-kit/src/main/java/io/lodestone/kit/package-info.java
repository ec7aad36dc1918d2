/**
 * The thin rim that the services share: problems on the wire, the acting party, remembered tokens, checks at start,
 * calls to sibling services, clock and identifiers.
 *
 * <p>Nothing here decides whether a statement is true; that is the kernel's.
 */
@NullMarked
package io.lodestone.kit;

import org.jspecify.annotations.NullMarked;
