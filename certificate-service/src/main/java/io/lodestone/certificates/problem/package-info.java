/**
 * The problems of this service, and those of the other services that it passes on under their own slugs.
 */
@NullMarked
package io.lodestone.certificates.problem;

import org.jspecify.annotations.NullMarked;
