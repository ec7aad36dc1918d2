package io.lodestone.lots.outbox;

import java.util.Optional;

/** A statement about to be kept, with the caller's key that it will have. */
public record Keeping(Kept kept, Optional<SourceKey> source) {}
