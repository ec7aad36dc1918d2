package io.lodestone.evidence.archive;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.merkle.Tile;
import io.lodestone.evidence.statement.Entry;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Entries as C2SP tlog-tiles serves them: each after its length in two bytes, the higher one first. */
public final class EntryBundle {

    /** Of a full bundle of the longest entries. */
    public static final int MAX_BYTES = Tile.WIDTH * (Short.BYTES + Entry.MAX_BYTES);

    private EntryBundle() {}

    /** The entries of a bundle; {@link FormatException} unless there are exactly {@code width} and nothing after them. */
    public static List<byte[]> parse(byte[] bundle, int width) {
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>(width);
        while (rest.hasRemaining() && entries.size() < width) {
            int length = rest.remaining() < Short.BYTES ? Integer.MAX_VALUE : Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining()) {
                throw malformed("the bundle ends within an entry");
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        if (entries.size() < width || rest.hasRemaining()) {
            throw malformed("the bundle does not have just " + width + " entries");
        }
        return entries;
    }

    private static FormatException malformed(String reason) {
        return new FormatException(Fault.MALFORMED, "", reason);
    }
}
