package io.lodestone.evidence.plausibility;

/**
 * Something that a rule found.
 *
 * @param subject what in the statement it is about, such as an element; empty for the whole. With the kind and the
 *     statement it tells this finding from any other
 * @param what a sentence with the figures; names no party and no lot
 * @param next a sentence that says what to do
 */
public record Finding(AlertKind kind, String subject, Severity severity, String what, String next) {}
