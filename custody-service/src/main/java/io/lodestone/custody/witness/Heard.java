package io.lodestone.custody.witness;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.checkpoint.Cosignature;
import io.lodestone.evidence.checkpoint.NoteSignature;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.WitnessKey;
import io.lodestone.evidence.merkle.TreeSize;
import java.util.List;

/** What a witness's answer to add-checkpoint means. */
public sealed interface Heard {

    /** More lines than its keys can need are not an answer. */
    int MAX_LINES = 16;

    record Cosigned(Cosignature cosignature) implements Heard {}

    /** It remembers another size, from which to ask again. */
    record Remembers(TreeSize size) implements Heard {}

    record Failed(Trouble trouble) implements Heard {}

    /** Reads an answer about {@code note}; only a line that this witness's key signed counts. */
    static Heard of(int status, String body, SignedNote note, WitnessKey witness) {
        return switch (status) {
            case 200 -> cosigned(body, note, witness);
            case 409 -> remembers(body);
            case 403, 404 -> new Failed(Trouble.REFUSES);
            case 422 -> new Failed(Trouble.DISAGREES);
            default -> new Failed(status >= 500 || status == 429 ? Trouble.AWAY : Trouble.WRONG);
        };
    }

    private static Heard cosigned(String body, SignedNote note, WitnessKey witness) {
        String[] lines = body.split("\n", -1);
        if (lines.length < 2 || lines.length > MAX_LINES + 1 || !lines[lines.length - 1].isEmpty()) {
            return new Failed(Trouble.WRONG);
        }
        try {
            List<NoteSignature> signatures = List.of(lines).subList(0, lines.length - 1).stream()
                    .map(NoteSignature::parse)
                    .toList();
            if (Cosignature.on(new SignedNote(note.text(), signatures), List.of(witness))
                            instanceof Verified<List<Cosignature>> verified
                    && verified.value().size() == 1) {
                return new Cosigned(verified.value().get(0));
            }
        } catch (FormatException e) {
            return new Failed(Trouble.WRONG);
        }
        return new Failed(Trouble.WRONG);
    }

    private static Heard remembers(String body) {
        try {
            return body.endsWith("\n")
                    ? new Remembers(TreeSize.parse(body.substring(0, body.length() - 1)))
                    : new Failed(Trouble.WRONG);
        } catch (IllegalArgumentException e) {
            return new Failed(Trouble.WRONG);
        }
    }
}
