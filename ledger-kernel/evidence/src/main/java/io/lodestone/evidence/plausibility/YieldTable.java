package io.lodestone.evidence.plausibility;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.statement.Process;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The plausible yield of every process, from the file {@code yields.json} beside this class. */
public final class YieldTable {

    private static final int MAX_ROWS = 64;
    private static final int MAX_NOTE = 1_000;

    private static final List<YieldRange> ROWS = load();

    private YieldTable() {}

    private static List<YieldRange> load() {
        try (InputStream file = YieldTable.class.getResourceAsStream("yields.json")) {
            if (file == null) {
                throw new IllegalStateException("the yields are not packaged");
            }
            Members in = Members.of(CanonicalJson.read(file.readAllBytes(), CanonicalJson.MAX_DOCUMENT_BYTES));
            in.format("lodestone-yields", 1);
            String unused = in.string("note", MAX_NOTE);
            List<YieldRange> rows = in.objects("rows", MAX_ROWS, YieldRange::read);
            in.end();
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<YieldRange> rows() {
        return ROWS;
    }

    /** The range of a process; every process has one. */
    static YieldRange of(Process process, boolean diffused) {
        return ROWS.stream()
                .filter(row -> row.process() == process && row.diffused() == diffused)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a process has no range of yields"));
    }
}
