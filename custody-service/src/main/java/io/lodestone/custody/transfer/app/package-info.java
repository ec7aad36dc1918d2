/**
 * Makes the statement of a transfer from the lots' current versions, keeps it under the request's id, and submits it.
 */
@NullMarked
package io.lodestone.custody.transfer.app;

import org.jspecify.annotations.NullMarked;
