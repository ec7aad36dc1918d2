package io.lodestone.evidence.merkle;

import java.util.Locale;

/**
 * The coordinates of a tile (C2SP tlog-tiles): {@code width} hashes side by side, each over 256^level leaves. A full
 * tile has 256; a partial one is the right edge of its level.
 */
public record Tile(int level, long index, int width) {

    /** Hashes of a full tile. */
    public static final int WIDTH = 256;

    /** Bytes of a full tile. */
    public static final int BYTES = WIDTH * 32;

    /** Tree heights that one tile spans. */
    static final int HEIGHT = 8;

    /** A size below 2^63 reaches no higher level. */
    public static final int MAX_LEVEL = 7;

    public Tile {
        checkLevel(level);
        if (index < 0) {
            throw new IllegalArgumentException("a tile index is not negative");
        }
        if (width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("a tile has 1 to 256 hashes");
        }
    }

    /** The tile as it is in a tree of this size; {@link IllegalArgumentException} where it would be empty. */
    public static Tile at(int level, long index, TreeSize size) {
        long full = fullTiles(level, size);
        return new Tile(level, index, index < full ? WIDTH : index == full ? partialWidth(level, size) : 0);
    }

    public static long fullTiles(int level, TreeSize size) {
        return hashes(level, size) >>> HEIGHT;
    }

    /** Width of the partial tile at the right edge of a level; zero where there is none. */
    public static int partialWidth(int level, TreeSize size) {
        return (int) (hashes(level, size) & (WIDTH - 1));
    }

    /** Hashes on a tile level: floor(size / 256^level). */
    static long hashes(int level, TreeSize size) {
        checkLevel(level);
        return size.value() >>> (HEIGHT * level);
    }

    private static void checkLevel(int level) {
        if (level < 0 || level > MAX_LEVEL) {
            throw new IllegalArgumentException("a tile level is 0 to " + MAX_LEVEL);
        }
    }

    public boolean full() {
        return width == WIDTH;
    }

    /** Path below the log's prefix, such as {@code tile/0/x001/x234/067} or {@code tile/1/000.p/17}. */
    public String path() {
        return "tile/" + level + "/" + place();
    }

    /** Path of the bundle with the entries of a level-0 tile, such as {@code tile/entries/000.p/3}. */
    public String entriesPath() {
        if (level != 0) {
            throw new IllegalStateException("only level 0 stands over entries");
        }
        return "tile/entries/" + place();
    }

    private String place() {
        StringBuilder out = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            out.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        return full() ? out.toString() : out + ".p/" + width;
    }
}
