package io.lodestone.evidence.archive;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The files of a log, by their path below its prefix, such as {@code checkpoint} and {@code tile/0/000.p/31}. */
@FunctionalInterface
public interface LogFiles {

    /** A file, of which no more than {@code limit} + 1 bytes are read; null where there is none. */
    byte @Nullable [] read(String path, int limit) throws IOException;
}
