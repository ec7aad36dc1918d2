package io.lodestone.verifier;

import io.lodestone.evidence.archive.StatementAudit;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a file of any length, one after another; none is longer than an item can be. */
final class StatementLines implements Closeable {

    private final InputStream in;

    private StatementLines(InputStream in) {
        this.in = in;
    }

    static StatementLines open(Path file) throws IOException {
        return new StatementLines(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    /** Without its line feed; null after the last one. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int one = in.read();
        if (one < 0) {
            return null;
        }
        while (one >= 0 && one != '\n') {
            if (line.size() > StatementAudit.MAX_ITEM_BYTES) {
                throw new IOException("a line is longer than any statement");
            }
            line.write(one);
            one = in.read();
        }
        return line.toByteArray();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
