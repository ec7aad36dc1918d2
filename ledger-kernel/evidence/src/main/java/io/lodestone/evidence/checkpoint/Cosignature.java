package io.lodestone.evidence.checkpoint;

import io.lodestone.evidence.checkpoint.NoteVerification.Rejected;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.signature.Ed25519;
import io.lodestone.evidence.signature.Signer;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * That a witness saw a checkpoint, at its own time, as the largest of its log and as a continuation of all it cosigned
 * before (C2SP tlog-cosignature, {@code cosignature/v1}).
 *
 * @param time whole seconds, from 1 on, in this and the coming millennia
 * @param line as it stands below the note
 */
public record Cosignature(WitnessKey witness, Instant time, NoteSignature line) {

    /** Eight bytes of time, then the signature. */
    private static final int LENGTH = Long.BYTES + Ed25519.SIGNATURE_LENGTH;

    private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    /** Cosigns the text of a note; {@link IllegalStateException} where the signer holds another key. */
    public static Cosignature sign(String text, WitnessKey witness, Instant time, Signer signer) {
        long seconds = time.getEpochSecond();
        if (seconds < 1 || seconds > LATEST) {
            throw new IllegalArgumentException("a cosignature has a time, in whole seconds from 1 on");
        }
        byte[] message = message(seconds, text);
        byte[] signature = signer.sign(message);
        if (!witness.key().verifies(message, signature)) {
            throw new IllegalStateException("the signer does not hold the key " + witness);
        }
        byte[] blob =
                ByteBuffer.allocate(LENGTH).putLong(seconds).put(signature).array();
        NoteSignature line = NoteSignature.of(witness.name(), witness.keyId(), blob);
        return new Cosignature(witness, Instant.ofEpochSecond(seconds), line);
    }

    /**
     * The cosignatures of known witnesses on a note, in its order, each witness once with its latest. Lines of others
     * are ignored, as C2SP signed-note asks; one that names a known witness and is not by it rejects the note.
     */
    public static NoteVerification<List<Cosignature>> on(SignedNote note, Collection<WitnessKey> known) {
        List<Cosignature> found = new ArrayList<>();
        for (NoteSignature line : note.signatures()) {
            for (WitnessKey witness : known) {
                if (witness.isNamedBy(line)) {
                    NoteVerification<Cosignature> read = verify(note.text(), line, witness);
                    if (read instanceof Rejected<Cosignature> rejected) {
                        return rejected.as();
                    }
                    add(found, ((Verified<Cosignature>) read).value());
                }
            }
        }
        return new Verified<>(List.copyOf(found));
    }

    /** Whether a line could be a cosignature, by its length; whose it is and of what, its key says. */
    public static boolean hasForm(NoteSignature line) {
        return line.signature().length == LENGTH;
    }

    private static void add(List<Cosignature> found, Cosignature cosignature) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).witness().equals(cosignature.witness())) {
                if (found.get(i).time().isBefore(cosignature.time())) {
                    found.set(i, cosignature);
                }
                return;
            }
        }
        found.add(cosignature);
    }

    private static NoteVerification<Cosignature> verify(String text, NoteSignature line, WitnessKey witness) {
        byte[] blob = line.signature();
        if (blob.length != LENGTH) {
            return new Rejected<>(NoteFault.MALFORMED, "a cosignature has 72 bytes after its key id");
        }
        ByteBuffer in = ByteBuffer.wrap(blob);
        long seconds = in.getLong();
        // The format's bound is 2^63 - 1; nobody saw a checkpoint before 1970 or will after 9999.
        if (seconds < 1 || seconds > LATEST) {
            return new Rejected<>(NoteFault.MALFORMED, "a cosignature's time is none");
        }
        byte[] signature = new byte[Ed25519.SIGNATURE_LENGTH];
        in.get(signature);
        return witness.key().verifies(message(seconds, text), signature)
                ? new Verified<>(new Cosignature(witness, Instant.ofEpochSecond(seconds), line))
                : new Rejected<>(NoteFault.SIGNATURE_INVALID, "a cosignature of a known witness is wrong");
    }

    private static byte[] message(long seconds, String text) {
        return NoteText.encode("cosignature/v1\ntime " + seconds + "\n" + text);
    }
}
