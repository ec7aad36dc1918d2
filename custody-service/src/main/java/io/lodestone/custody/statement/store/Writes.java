package io.lodestone.custody.statement.store;

import io.lodestone.custody.sql.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes in their order; one that has no rows is left out. */
final class Writes {

    private final List<Write> all = new ArrayList<>();

    void add(String sql, Collection<?> rows, Columns<?> columns) {
        if (!rows.isEmpty()) {
            all.add(new Write(sql, columns));
        }
    }

    void addAll(List<Write> writes) {
        all.addAll(writes);
    }

    List<Write> list() {
        return List.copyOf(all);
    }
}
