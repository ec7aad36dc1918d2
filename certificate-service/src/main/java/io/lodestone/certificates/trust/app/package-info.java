/**
 * Trust material of the running service: opened or made at start, asked for by party afterwards.
 */
@NullMarked
package io.lodestone.certificates.trust.app;

import org.jspecify.annotations.NullMarked;
