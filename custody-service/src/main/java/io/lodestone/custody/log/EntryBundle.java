package io.lodestone.custody.log;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Entries as C2SP tlog-tiles serves them: each after its length in two bytes, the higher one first. */
public final class EntryBundle {

    private static final int MAX_LENGTH = 0xffff;

    private EntryBundle() {}

    public static byte[] bytes(List<byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > MAX_LENGTH) {
                throw new IllegalStateException("an entry has at most " + MAX_LENGTH + " bytes");
            }
            out.write(entry.length >>> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }
}
