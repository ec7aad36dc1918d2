package io.lodestone.custody.log;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.TreeSize;
import java.util.Optional;

/** What the log has signed last: the size and root of its tiles, and the checkpoint over them. */
public record Published(TreeSize size, Digest root, Optional<String> checkpoint) {}
