/**
 * Who may make statements: the registrar and whom it admits.
 *
 * <p>A party's name comes from an annex and is shown to that party and to the registrar only.
 */
@NullMarked
package io.lodestone.lots.party;

import org.jspecify.annotations.NullMarked;
