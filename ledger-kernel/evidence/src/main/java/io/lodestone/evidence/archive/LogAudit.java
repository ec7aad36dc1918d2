package io.lodestone.evidence.archive;

import io.lodestone.evidence.archive.LogVerification.Incomplete;
import io.lodestone.evidence.archive.LogVerification.Rejected;
import io.lodestone.evidence.archive.LogVerification.Verified;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.NoteVerification;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.Tile;
import io.lodestone.evidence.merkle.TileRow;
import io.lodestone.evidence.merkle.TreeSize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Audits a whole log from its public files ({@code SPEC.md} section 19): the checkpoint's signature, every entry's place
 * in the hash chain, that no nullifier is shown twice, every tile, and the root. Reads every file of the checkpoint's
 * size once, the checkpoint first. For one use at a time.
 */
public final class LogAudit {

    /** The file that is signed. */
    public static final String CHECKPOINT = "checkpoint";

    private final LogFiles files;
    private final VerifierKey key;
    private final Optional<Checkpoint> earlier;
    private final LongConsumer progress;
    private final EntryObserver observer;
    private Optional<Digest> rootBefore = Optional.empty();

    /** What stops an audit; never leaves this class. */
    private static final class Stop extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient LogVerification result;

        Stop(LogVerification result) {
            this.result = result;
        }

        static Stop rejected(String path, String detail) {
            return new Stop(new Rejected(path, detail));
        }
    }

    /**
     * @param earlier a checkpoint that was verified before, which this log has to continue
     * @param progress is told the number of entries read, now and then
     */
    public LogAudit(LogFiles files, VerifierKey key, Optional<Checkpoint> earlier, LongConsumer progress) {
        this(files, key, earlier, progress, (index, entry, leaf) -> {});
    }

    private LogAudit(
            LogFiles files,
            VerifierKey key,
            Optional<Checkpoint> earlier,
            LongConsumer progress,
            EntryObserver observer) {
        this.files = files;
        this.key = key;
        this.earlier = earlier;
        this.progress = progress;
        this.observer = observer;
    }

    /** The same audit, which shows every entry that follows from the one before. They are the log's where it verifies. */
    public LogAudit showing(EntryObserver to) {
        return new LogAudit(files, key, earlier, progress, to);
    }

    /** Never throws for what the files are; {@link IOException} is the reader's. */
    public LogVerification verify() throws IOException {
        try {
            SignedNote note = note();
            return entries(opened(note), note.toString());
        } catch (Stop e) {
            return e.result;
        }
    }

    private SignedNote note() throws IOException, Stop {
        byte[] bytes = read(CHECKPOINT, SignedNote.MAX_LENGTH);
        try {
            return SignedNote.parse(bytes);
        } catch (FormatException e) {
            throw Stop.rejected(CHECKPOINT, "is malformed: " + e.reason());
        }
    }

    private Checkpoint opened(SignedNote note) throws Stop {
        NoteVerification<Checkpoint> opened = Checkpoint.of(note, key);
        if (opened instanceof NoteVerification.Rejected<Checkpoint> rejected) {
            throw Stop.rejected(CHECKPOINT, rejected.detail());
        }
        Checkpoint checkpoint = ((NoteVerification.Verified<Checkpoint>) opened).value();
        if (checkpoint.size().isEmpty()) {
            throw Stop.rejected(CHECKPOINT, "is of an empty log, which has no entry 0");
        }
        if (earlier.filter(before -> before.size().compareTo(checkpoint.size()) > 0)
                .isPresent()) {
            throw Stop.rejected(CHECKPOINT, "has fewer entries than the one verified before");
        }
        return checkpoint;
    }

    private Verified entries(Checkpoint checkpoint, String note) throws IOException, Stop {
        EntryChain chain = new EntryChain(checkpoint.origin(), observer);
        GrowingTree tree = new GrowingTree();
        TreeSize size = checkpoint.size();
        for (long index = 0; tree.size().compareTo(size) < 0; index++) {
            Tile place = Tile.at(0, index, size);
            List<byte[]> entries = bundle(place);
            List<Digest> leaves = entries.stream().map(Digest::leaf).toList();
            for (TileRow full : grow(tree, leaves)) {
                compare(full);
            }
            for (int i = 0; i < entries.size(); i++) {
                Optional<String> refusal = chain.refusal(entries.get(i), leaves.get(i));
                if (refusal.isPresent()) {
                    throw Stop.rejected(place.entriesPath(), refusal.get());
                }
            }
            progress.accept(tree.size().value());
        }
        for (TileRow partial : tree.partial()) {
            compare(partial);
        }
        if (!tree.root().equals(checkpoint.root())) {
            throw Stop.rejected(CHECKPOINT, "has another root than the entries give");
        }
        // Last, for only what is whole in itself can be another history.
        if (!rootBefore.equals(earlier.map(Checkpoint::root))) {
            throw Stop.rejected(CHECKPOINT, "does not continue the one verified before: the log shows two histories");
        }
        return new Verified(checkpoint, note, chain.environment(), chain.lastTime(), chain.lastLeaf(), chain.spent());
    }

    private List<byte[]> bundle(Tile place) throws IOException, Stop {
        byte[] bytes = read(place.entriesPath(), EntryBundle.MAX_BYTES);
        try {
            return EntryBundle.parse(bytes, place.width());
        } catch (FormatException e) {
            throw Stop.rejected(place.entriesPath(), e.reason());
        }
    }

    /** Appends, with a halt at the size of the earlier checkpoint. */
    private List<TileRow> grow(GrowingTree tree, List<Digest> leaves) {
        int until = earlier.map(before -> before.size().value() - tree.size().value())
                .filter(entries -> entries > 0 && entries <= leaves.size())
                .orElse(0L)
                .intValue();
        List<TileRow> full = new ArrayList<>(tree.append(leaves.subList(0, until)));
        if (until > 0) {
            rootBefore = Optional.of(tree.root());
        }
        full.addAll(tree.append(leaves.subList(until, leaves.size())));
        return full;
    }

    private void compare(TileRow row) throws IOException, Stop {
        String path = row.tile().path();
        if (!Arrays.equals(read(path, Tile.BYTES), row.bytes())) {
            throw Stop.rejected(path, "is not the tile over the entries");
        }
    }

    private byte[] read(String path, int limit) throws IOException, Stop {
        byte[] bytes = files.read(path, limit);
        if (bytes == null) {
            throw new Stop(new Incomplete(path));
        }
        if (bytes.length > limit) {
            throw Stop.rejected(path, "has more than " + limit + " bytes");
        }
        return bytes;
    }
}
