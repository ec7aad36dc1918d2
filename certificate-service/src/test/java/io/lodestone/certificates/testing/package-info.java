/**
 * Stand-ins for the services this one calls. The log among them is a real one, kept in memory: its records, entries,
 * proofs and checkpoints are the kernel's. It can refuse, be away, and fail but persist.
 */
@NullMarked
package io.lodestone.certificates.testing;

import org.jspecify.annotations.NullMarked;
