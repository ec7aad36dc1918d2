/**
 * The demo's client, a process of its own that knows the services by their public HTTP APIs only.
 */
@NullMarked
package io.lodestone.local.demo;

import org.jspecify.annotations.NullMarked;
