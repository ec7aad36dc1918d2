package io.lodestone.custody.sweep.store;

import io.lodestone.custody.sweep.Finding;
import io.lodestone.custody.sweep.Sweep;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One table against the same one computed again, row by row and column by column. Which columns there are is asked of
 * the catalog, so that none is forgotten.
 */
record Comparison(String stored, String replayed, String table, List<Column> columns) {

    /** Of a table, in the schema and the order in which it is defined; a key's columns have {@code key}. */
    static final String COLUMNS = "SELECT a.attname::text AS name, a.atttypid::regtype::text AS type,"
            + " coalesce(a.attnum = ANY(i.indkey), false) AS key, EXISTS (SELECT FROM pg_attribute s"
            + " WHERE s.attrelid = to_regclass($1) AND s.attname = a.attname AND NOT s.attisdropped) AS stored"
            + " FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary"
            + " WHERE a.attrelid = to_regclass($2) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";

    private static final String INDEX = "log_index";

    /** A secret was drawn, and its record holds what it commits to ({@code SPEC.md} section 3); a replay has only that. */
    private static final String SPEND_KEY = "sha256(convert_to('{\"lot\":\"' || p.lot || '\",\"secret\":\"'"
            + " || encode(p.spend_secret, 'base64') || '\",\"type\":\"lodestone-spend-key\"}', 'UTF8'))";

    /**
     * What is not known of versions that were spent before there was this table; there are all three of them or none
     * ({@code SPEC.md} section 20).
     */
    private static final Set<String> KEPT = Set.of("state", "remaining_ug", "spend_secret");

    /** @param stored whether the table that is compared has it too */
    record Column(String name, String type, boolean key, boolean stored) {

        static Column read(Row row) {
            return new Column(
                    row.getString("name"), row.getString("type"), row.getBoolean("key"), row.getBoolean("stored"));
        }

        private String quoted() {
            return quote(name);
        }

        private String differs() {
            String is = name.equals("spend_secret") ? SPEND_KEY : "p." + quoted();
            return is + " IS DISTINCT FROM r." + quoted();
        }

        private String equal() {
            return "p." + quoted() + " = r." + quoted();
        }

        private String shown() {
            String value = "coalesce(r." + quoted() + ", p." + quoted() + ")";
            return "'" + name + " ' || "
                    + (type.equals("bytea") ? "encode(" + value + ", 'base64')" : value + "::text");
        }

        private String named(Function<Column, String> differs) {
            return "CASE WHEN " + differs.apply(this) + " THEN '" + name + "' END";
        }
    }

    /** Columns that are gone. */
    List<Finding> missing() {
        return columns.stream()
                .filter(column -> !column.stored())
                .map(column -> Finding.of(table, column.name(), "the column is missing"))
                .toList();
    }

    /** Empty where nothing can be compared, for a column of the key is gone. */
    Optional<String> sql() {
        List<Column> keys = columns.stream().filter(Column::key).toList();
        if (keys.isEmpty() || keys.stream().anyMatch(key -> !key.stored())) {
            return Optional.empty();
        }
        List<Column> others = columns.stream()
                .filter(column -> column.stored() && !column.key())
                .toList();
        boolean indexed = columns.stream()
                .anyMatch(column -> column.stored() && column.name().equals(INDEX));
        return Optional.of("SELECT concat_ws(', ', " + joined(keys, Column::shown, ", ") + ") AS row_key, "
                + (indexed ? "coalesce(r.log_index, p.log_index)" : "NULL::bigint") + " AS log_index,"
                + " p.ctid IS NULL AS missing, r.ctid IS NULL AS extra, array_remove(ARRAY["
                + joined(others, column -> column.named(this::differs), ", ") + "]::text[], NULL) AS differing"
                + " FROM " + quote(stored) + "." + quote(table) + " p FULL JOIN " + quote(replayed) + "." + quote(table)
                + " r ON " + joined(keys, Column::equal, " AND ") + " WHERE p.ctid IS NULL OR r.ctid IS NULL"
                + others.stream().map(column -> " OR " + differs(column)).collect(Collectors.joining())
                + " LIMIT " + Sweep.KEPT);
    }

    private String differs(Column column) {
        boolean whole = columns.stream()
                        .filter(it -> it.stored() && KEPT.contains(it.name()))
                        .count()
                == KEPT.size();
        return table.equals("lot_version") && whole && KEPT.contains(column.name())
                ? "(num_nonnulls(p.state, p.remaining_ug, p.spend_secret) > 0 AND " + column.differs() + ")"
                : column.differs();
    }

    List<Finding> findings(RowSet<Row> rows) {
        List<Finding> findings = new ArrayList<>();
        rows.forEach(row -> findings.addAll(findings(row)));
        return findings;
    }

    private List<Finding> findings(Row row) {
        String key = row.getString("row_key");
        Optional<Long> index = Optional.ofNullable(row.getLong(INDEX));
        if (row.getBoolean("missing") || row.getBoolean("extra")) {
            String first = columns.stream()
                    .filter(Column::key)
                    .findFirst()
                    .orElseThrow()
                    .name();
            String message = row.getBoolean("missing")
                    ? "a row that follows from the statements is missing"
                    : "no statement makes this row";
            return List.of(new Finding(table, first, Optional.of(key), index, message));
        }
        List<Finding> findings = new ArrayList<>();
        for (String column : row.getArrayOfStrings("differing")) {
            findings.add(
                    new Finding(table, column, Optional.of(key), index, "is not what follows from the statements"));
        }
        return findings;
    }

    private static String joined(List<Column> columns, Function<Column, String> part, String separator) {
        return columns.stream().map(part).collect(Collectors.joining(separator));
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
