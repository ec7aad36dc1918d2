package io.lodestone.evidence.certificate;

import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.signature.Environment;
import java.time.Instant;

/**
 * What a verified bundle says, and on what that rests.
 *
 * @param rootFingerprint SHA-256 of the root certificate the chain ends in
 * @param issuedAt the time of the log entry as of which every signature was judged
 */
public record VerifiedCertificate(
        Claims claims,
        Environment environment,
        Checkpoint checkpoint,
        LeafIndex issuedIndex,
        Instant issuedAt,
        LeafIndex publishedIndex,
        Instant publishedAt,
        Digest rootFingerprint) {}
