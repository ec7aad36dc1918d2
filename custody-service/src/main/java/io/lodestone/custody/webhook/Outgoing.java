package io.lodestone.custody.webhook;

/**
 * A delivery that is due, with all that making it takes.
 *
 * @param attempts that one included
 */
public record Outgoing(Delivery delivery, HookUrl url, HookSecret secret, int attempts) {}
