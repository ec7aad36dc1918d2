package io.lodestone.evidence.certificate;

import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.LeafIndex;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.witness.PolicyVerdict.Met;
import java.time.Instant;
import java.util.Optional;

/**
 * What a verified bundle says, and on what that rests.
 *
 * @param rootFingerprint SHA-256 of the root certificate the chain ends in
 * @param witnessed what the policy says of the checkpoint; empty where none was given
 * @param cosignatures the checkpoint's lines beside the log's; without a policy nobody looked at them
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
        Digest rootFingerprint,
        Optional<Met> witnessed,
        int cosignatures) {}
