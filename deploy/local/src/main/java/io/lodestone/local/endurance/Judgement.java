package io.lodestone.local.endurance;

import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.NoteVerification;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.local.postgres.DatabaseLogins.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the whole log from the database and holds it against what clients were told. */
final class Judgement {

    private static final int FETCH = 1_000;

    private final String url;
    private final Login login;

    Judgement(String url, Login login) {
        this.url = url;
        this.login = login;
    }

    /**
     * What is left.
     *
     * @param lost acknowledged statements that do not stand at their index
     * @param doubled entries beyond the first for one statement
     * @param gaps indexes without an entry
     * @param forks checkpoints whose root is not that of the log's first entries, or that are not signed
     * @param uncovered entries that no checkpoint covers
     */
    record Verdict(long lost, long doubled, long gaps, long forks, long uncovered) {}

    Verdict of(Map<Long, Digest> acknowledged, Set<String> notes, VerifierKey key) {
        TreeMap<Long, List<Checkpoint>> checkpoints = new TreeMap<>();
        long unsigned = 0;
        for (String note : notes) {
            if (Checkpoint.open(note, key) instanceof NoteVerification.Verified<Checkpoint> verified) {
                checkpoints
                        .computeIfAbsent(verified.value().size().value(), size -> new ArrayList<>())
                        .add(verified.value());
            } else {
                unsigned++;
            }
        }
        try (Connection connection = DriverManager.getConnection(url, login.user(), login.password())) {
            connection.setAutoCommit(false);
            Tree tree = tree(connection, checkpoints);
            Statements statements = statements(connection, acknowledged);
            long covered = checkpoints.isEmpty() ? 0 : checkpoints.lastKey();
            return new Verdict(
                    statements.lost, statements.doubled, tree.gaps, tree.forks + unsigned, tree.entries - covered);
        } catch (SQLException e) {
            throw new IllegalStateException("the log cannot be read: " + e.getMessage(), e);
        }
    }

    private record Tree(long entries, long gaps, long forks) {}

    private static Tree tree(Connection connection, Map<Long, List<Checkpoint>> checkpoints) throws SQLException {
        PrefixRoots roots = new PrefixRoots();
        long last = -1;
        long forks = 0;
        Map<Long, List<Checkpoint>> open = new HashMap<>(checkpoints);
        try (Statement query = connection.createStatement()) {
            query.setFetchSize(FETCH);
            ResultSet rows = query.executeQuery("SELECT log_index, bytes FROM entry ORDER BY log_index");
            while (rows.next()) {
                last = rows.getLong(1);
                roots.add(Digest.leaf(rows.getBytes(2)));
                List<Checkpoint> here = open.remove(roots.size());
                if (here != null) {
                    forks += here.stream()
                            .filter(one -> !one.root().equals(roots.root()))
                            .count();
                }
            }
        }
        // Those of a size that the log never reached.
        forks += open.values().stream().mapToLong(List::size).sum();
        return new Tree(roots.size(), last + 1 - roots.size(), forks);
    }

    private record Statements(long lost, long doubled) {}

    private static Statements statements(Connection connection, Map<Long, Digest> acknowledged) throws SQLException {
        Set<Digest> seen = new HashSet<>();
        long found = 0;
        long doubled = 0;
        try (Statement query = connection.createStatement()) {
            query.setFetchSize(FETCH);
            ResultSet rows = query.executeQuery("SELECT log_index, digest FROM statement");
            while (rows.next()) {
                Digest digest = Digest.of(rows.getBytes(2));
                doubled += seen.add(digest) ? 0 : 1;
                Digest told = acknowledged.get(rows.getLong(1));
                found += told != null && told.equals(digest) ? 1 : 0;
            }
        }
        return new Statements(acknowledged.size() - found, doubled);
    }
}
