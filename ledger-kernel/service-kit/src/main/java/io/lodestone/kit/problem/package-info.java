/**
 * What a service answers when it does not do what was asked: RFC 9457 {@code application/problem+json}.
 *
 * <p>Every problem has a stable slug. Each service keeps an enum of its own that implements {@link ProblemType};
 * {@link KitProblem} holds those that any service may answer. A problem never repeats what the caller sent, and an
 * unexpected failure says nothing but the number under which it was logged.
 */
@NullMarked
package io.lodestone.kit.problem;

import org.jspecify.annotations.NullMarked;
