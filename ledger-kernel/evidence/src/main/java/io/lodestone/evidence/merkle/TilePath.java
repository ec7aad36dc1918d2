package io.lodestone.evidence.merkle;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path of C2SP tlog-tiles asks for: a tile, or the bundle of entries under a tile of level 0. There is one
 * spelling of each, and nothing else is a path.
 */
public record TilePath(boolean entries, Tile tile) {

    private static final Pattern PATH =
            Pattern.compile("(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** Reads what follows {@code tile/}; empty unless it is spelt exactly as {@link Tile#path} spells it. */
    public static Optional<TilePath> parse(String text) {
        Matcher match = PATH.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        boolean entries = match.group(1).equals("entries");
        int level = entries ? 0 : Integer.parseInt(match.group(1));
        long index = Long.parseLong(match.group(2).replaceAll("[x/]", ""));
        int width = match.group(3) == null ? Tile.WIDTH : Integer.parseInt(match.group(3));
        if (level > Tile.MAX_LEVEL || width > Tile.WIDTH) {
            return Optional.empty();
        }
        TilePath path = new TilePath(entries, new Tile(level, index, width));
        return path.toString().equals("tile/" + text) ? Optional.of(path) : Optional.empty();
    }

    @Override
    public String toString() {
        return entries ? tile.entriesPath() : tile.path();
    }
}
