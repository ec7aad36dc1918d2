/**
 * The one canonical form: an RFC 8785 profile for everything that is hashed or signed.
 *
 * <p>The profile allows objects, arrays, strings, booleans, null and integers below 2^53; decimals are strings.
 * Strings are NFC and use only code points assigned in Unicode 13, so that every Java from 17 on agrees on them.
 * Untrusted bytes are parsed, written again and compared: there is one spelling for one document.
 */
@NullMarked
package io.lodestone.evidence.canonical;

import org.jspecify.annotations.NullMarked;
