/**
 * Statements over HTTP: submitting them, the ordered feed for sibling services, and the receipts' parties.
 */
@NullMarked
package io.lodestone.custody.statement.api;

import org.jspecify.annotations.NullMarked;
