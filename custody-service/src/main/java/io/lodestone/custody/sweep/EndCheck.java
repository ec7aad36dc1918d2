package io.lodestone.custody.sweep;

import io.lodestone.custody.sweep.LogEnd.EdgeTile;
import io.lodestone.custody.sweep.LogEnd.HeadRow;
import io.lodestone.custody.sweep.LogEnd.PublicationRow;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.NoteVerification;
import io.lodestone.evidence.checkpoint.NoteVerification.Rejected;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.merkle.CorruptTreeException;
import io.lodestone.evidence.merkle.Tile;
import io.lodestone.evidence.merkle.TileTree;
import io.lodestone.evidence.merkle.TreeSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether what was swept is what the log has published: against its head, its tiles, the signed checkpoint, and the one
 * that is kept outside the database, which nobody reaches who has only the database.
 */
public final class EndCheck {

    private static final String HEAD = "log_head";
    private static final String PUBLICATION = "publication";
    private static final String CHECKPOINT = "checkpoint";
    private static final String OUTSIDE = "outside";
    private static final String TILE = "tile";
    private static final String HASHES = "hashes";

    private final VerifierKey key;
    private final Position swept;
    private final LogEnd end;
    private final List<Finding> findings = new ArrayList<>();

    private EndCheck(VerifierKey key, Position swept, LogEnd end) {
        this.key = key;
        this.swept = swept;
        this.end = end;
    }

    /** @param outside read while nobody could publish */
    public static List<Finding> of(VerifierKey key, Position swept, LogEnd end, Optional<Checkpoint> outside) {
        EndCheck check = new EndCheck(key, swept, end);
        end.head().ifPresentOrElse(check::head, () -> check.find(HEAD, "one", "the log has no head"));
        end.publication()
                .ifPresentOrElse(
                        published -> check.published(published, outside),
                        () -> check.find(PUBLICATION, "one", "the log has no publication"));
        end.strays()
                .forEach(stray ->
                        check.find(stray.table(), stray.column(), "there are rows of what the log does not have"));
        return check.findings;
    }

    private void head(HeadRow head) {
        if (!head.origin().equals(key.name())) {
            find(HEAD, "origin", "the head row is of another log");
        }
        if (head.size() != head.lastIndex() + 1 || head.size() < swept.next()) {
            find(HEAD, "size", "the head row counts another number of entries than are stored");
        }
        if (!head.leaf().equals(head.lastLeaf())) {
            find(HEAD, "last_leaf", "the head row names another leaf hash than the last entry has");
        }
        if (!head.time().equals(head.lastTime())) {
            find(HEAD, "last_time", "the head row names another time than the last entry has");
        }
    }

    private void published(PublicationRow published, Optional<Checkpoint> outside) {
        published.checkpoint().ifPresentOrElse(note -> signed(note, published), () -> {
            if (!published.size().isEmpty()) {
                find(PUBLICATION, CHECKPOINT, "the checkpoint is missing");
            }
        });
        try {
            tree(published, outside);
        } catch (CorruptTreeException | IllegalArgumentException e) {
            find(TILE, HASHES, "the tiles at the edge are not those of a tree of the published size");
        }
        end.beyond().stream()
                .filter(tile -> tile.bytes() != width(tile, published.size()) * Digest.LENGTH)
                .forEach(tile -> find(
                        TILE,
                        HASHES,
                        "tile level " + tile.level() + ", number " + tile.index()
                                + ", is not as wide as the published tree"));
    }

    private static int width(EdgeTile tile, TreeSize size) {
        return tile.index() == Tile.fullTiles(tile.level(), size) ? Tile.partialWidth(tile.level(), size) : 0;
    }

    private void signed(String note, PublicationRow published) {
        NoteVerification<Checkpoint> opened = Checkpoint.open(note, key);
        if (opened instanceof Rejected<Checkpoint> rejected) {
            find(PUBLICATION, CHECKPOINT, "the checkpoint is not one of this log and key: " + rejected.detail());
        } else if (opened instanceof Verified<Checkpoint> verified) {
            if (!verified.value().size().equals(published.size())) {
                find(PUBLICATION, "size", "the signed checkpoint is of another size");
            }
            if (!verified.value().root().equals(published.root())) {
                find(PUBLICATION, "root", "the signed checkpoint has another root");
            }
        }
    }

    private void tree(PublicationRow published, Optional<Checkpoint> outside) {
        TileTree tree = TileTree.of(end.tiles(), published.size());
        if (!tree.root().equals(published.root())) {
            find(PUBLICATION, "root", "the tiles give another root than is published");
        }
        TreeSize size = new TreeSize(swept.next());
        if (size.compareTo(published.size()) <= 0) {
            if (!tree.root(size).equals(swept.root())) {
                find(TILE, HASHES, "the tiles give another root than the entries, at size " + size);
            }
        } else if (outside.isEmpty() || outside.get().size().compareTo(size) < 0) {
            find(PUBLICATION, "size", "less is published than was before");
        }
        outside.ifPresentOrElse(kept -> outside(kept, published, tree, size), () -> {
            if (!published.size().isEmpty()) {
                find(CHECKPOINT, OUTSIDE, "the log has published, but the checkpoint outside the database is missing");
            }
        });
    }

    /**
     * A publisher that dies between the checkpoint outside and its commit leaves that checkpoint ahead of what is
     * published, until the next one publishes; then its root is that of the entries. An instance with a file of its own
     * may be behind.
     */
    private void outside(Checkpoint kept, PublicationRow published, TileTree tree, TreeSize size) {
        long ahead = kept.size().value() - published.size().value();
        if (ahead > end.unpublished().size()) {
            find(PUBLICATION, "size", "less is published, and stored, than the checkpoint outside the database has");
            return;
        }
        Digest root;
        if (kept.size().equals(size)) {
            root = swept.root();
        } else {
            root = ahead > 0 ? tree.append(end.unpublished()).root() : tree.root(kept.size());
        }
        if (!root.equals(kept.root())) {
            find(CHECKPOINT, OUTSIDE, "the log has another root than the checkpoint outside the database");
        }
    }

    private void find(String table, String column, String message) {
        findings.add(Finding.of(table, column, message));
    }
}
