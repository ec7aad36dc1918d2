/**
 * Request bodies and answers as the kernel's JSON: read strictly, written canonically, never larger than a document
 * may be.
 */
@NullMarked
package io.lodestone.kit.body;

import org.jspecify.annotations.NullMarked;
