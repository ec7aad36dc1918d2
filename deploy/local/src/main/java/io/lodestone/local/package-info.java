/**
 * Starts a whole Lodestone on one machine for development: a real PostgreSQL, the three services and, on request, the
 * demo's client. Everything listens on 127.0.0.1 and keeps its state in one data directory that only its owner may
 * read. What it starts it stops; what a killed launcher left behind it stops before it starts.
 */
@NullMarked
package io.lodestone.local;

import org.jspecify.annotations.NullMarked;
