package io.lodestone.evidence.witness;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.ProofCheck;
import io.lodestone.evidence.merkle.TreeSize;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a log asks of a witness (C2SP tlog-witness, add-checkpoint): the size it cosigned last, the way from there, and
 * the checkpoint to cosign. What was read is written back byte for byte.
 */
public record AddCheckpoint(TreeSize old, List<Digest> proof, SignedNote note) {

    /** The old size, 63 hashes of 45 bytes, and a note. */
    public static final int MAX_BYTES = 4_096 + SignedNote.MAX_LENGTH;

    private static final String OLD = "old ";

    public AddCheckpoint {
        proof = List.copyOf(proof);
        if (proof.size() > ProofCheck.MAX_HASHES) {
            throw malformed("a proof has at most " + ProofCheck.MAX_HASHES + " hashes");
        }
    }

    /** Reads the body of a request; {@link FormatException} unless it is exactly one. Verifies nothing. */
    public static AddCheckpoint parse(byte[] body) {
        if (body.length > MAX_BYTES) {
            throw malformed("a request has at most " + MAX_BYTES + " bytes");
        }
        String text = decode(body);
        int split = text.indexOf("\n\n");
        if (split < 0 || !text.startsWith(OLD)) {
            throw malformed("a request is an old size, a proof, an empty line and a checkpoint");
        }
        String[] lines = text.substring(OLD.length(), split).split("\n", -1);
        List<Digest> proof = new ArrayList<>();
        try {
            TreeSize old = TreeSize.parse(lines[0]);
            for (int i = 1; i < lines.length; i++) {
                proof.add(Digest.parse(lines[i]));
            }
            return new AddCheckpoint(old, proof, SignedNote.parse(text.substring(split + 2)));
        } catch (IllegalArgumentException e) {
            throw malformed("an old size is decimal and a hash is base64 of 32 bytes");
        }
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("a request is UTF-8");
        }
    }

    private static FormatException malformed(String reason) {
        return new FormatException(Fault.MALFORMED, "", reason);
    }

    /** The first line of the checkpoint: which log this is about. */
    public String origin() {
        return note.text().substring(0, note.text().indexOf('\n'));
    }

    /** The body of the request. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(OLD).append(old).append('\n');
        proof.forEach(hash -> out.append(hash).append('\n'));
        return out.append('\n').append(note).toString();
    }
}
