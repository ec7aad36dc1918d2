package io.lodestone.custody;

import static io.lodestone.custody.KeyRefusals.FIRST;
import static io.lodestone.custody.KeyRefusals.SECOND;
import static io.lodestone.custody.KeyRefusals.added;
import static io.lodestone.custody.Ledger.aParty;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.acceptance.KeyBook.Signing;
import io.lodestone.evidence.acceptance.KeyReplay;
import io.lodestone.evidence.acceptance.PartyKey;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.signature.PartyPublicKey;
import io.lodestone.evidence.signature.Thumbprint;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyKeyAdded;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.evidence.testing.TestKey;
import io.lodestone.kit.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever owns the database writes into the tables of keys, and a replay of the log names what was written. */
@QuarkusTest
class KeyTamperTest {

    private static final TestKey FORGED = TestKey.ed25519("the operator's");

    /** The keys as the statements say, and where in the log a signature is not good. */
    private record Replayed(KeyReplay keys, List<String> wrong) {

        static Replayed whole() {
            Replayed log = new Replayed(new KeyReplay(), new ArrayList<>());
            for (long read = 0, before = -1; read > before; ) {
                before = read;
                byte[] page = given().header("Authorization", Ledger.registry())
                        .get("/statements?limit=500&after=" + read)
                        .asByteArray();
                JsonArray items = (JsonArray)
                        Members.of(CanonicalJson.read(page, 64 << 20)).value("items");
                for (Json item : items.items()) {
                    read = log.next(Members.of(item));
                }
            }
            return log;
        }

        private long next(Members item) {
            long index = item.integer("index", 1, Long.MAX_VALUE >> 11);
            keys.next(
                            index,
                            item.parsed("time", 24, WireTime::instant),
                            io.lodestone.evidence.statement.Statement.read(item.value("statement")),
                            AcceptanceRecord.read(item.value("record"), "record"),
                            item.optionalParsed(
                                    "signature", 320, text -> DetachedJws.parse(DetachedJws.STATEMENT, text)))
                    .ifPresent(refusal -> wrong.add(index + " " + refusal.code().slug()));
            return index;
        }
    }

    private PartyId party;

    @BeforeEach
    void aPartyThatSigns() {
        party = aParty();
        KeyRefusals.state(party);
    }

    private static <T> T read(String sql, java.util.function.Function<ResultSet, T> each) throws SQLException {
        try (Connection db = TestDatabase.asOwner();
                Statement query = db.createStatement();
                ResultSet rows = query.executeQuery(sql)) {
            return each.apply(rows);
        }
    }

    private static void write(String... sql) throws SQLException {
        try (Connection db = TestDatabase.asOwner();
                Statement update = db.createStatement()) {
            for (String one : sql) {
                assertThat(update.executeUpdate(one)).as(one).isEqualTo(1);
            }
        }
    }

    private static List<PartyKey> keys() throws SQLException {
        return read("SELECT * FROM party_key", rows -> {
            List<PartyKey> keys = new ArrayList<>();
            try {
                while (rows.next()) {
                    PartyPublicKey key = PartyPublicKey.ofInfo(rows.getBytes("info"));
                    assertThat(key.thumbprint()).isEqualTo(new Thumbprint(Digest.of(rows.getBytes("thumbprint"))));
                    PartyKeyAdded added = new PartyKeyAdded(
                            PartyId.parse(rows.getString("party")),
                            key,
                            rows.getString("name"),
                            rows.getObject("from_time", OffsetDateTime.class).toInstant(),
                            rows.getObject("until_time", OffsetDateTime.class).toInstant());
                    long index = rows.getLong("added_index");
                    long revoked = rows.getLong("revoked_index");
                    keys.add(new PartyKey(added, index, rows.wasNull() ? Optional.empty() : Optional.of(revoked)));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return keys;
        });
    }

    private static List<Signing> signing() throws SQLException {
        return read("SELECT * FROM party_signing", rows -> {
            List<Signing> said = new ArrayList<>();
            try {
                while (rows.next()) {
                    said.add(new Signing(
                            PartyId.parse(rows.getString("party")),
                            rows.getBoolean("required"),
                            rows.getLong("log_index")));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return said;
        });
    }

    private static Set<String> differences() throws SQLException {
        Replayed log = Replayed.whole();
        assertThat(log.wrong()).isEmpty();
        return log.keys().differences(keys(), signing());
    }

    private static String hex(byte[] bytes) {
        return "'\\x" + HexFormat.of().formatHex(bytes) + "'";
    }

    private static String thumbprint(TestKey key) {
        return hex(key.thumbprint().digest().bytes());
    }

    private String where(TestKey key) {
        return " WHERE party = '" + party + "' AND thumbprint = " + thumbprint(key);
    }

    private String named(TestKey key) {
        return "key " + key.thumbprint() + " of party " + party + " ";
    }

    private String swap(TestKey from, TestKey to) {
        return "UPDATE party_key SET info = " + hex(to.key().info()) + ", thumbprint = " + thumbprint(to) + where(from);
    }

    @Test
    void a_swapped_key_is_named() throws SQLException {
        assertThat(differences()).isEmpty();
        write(swap(SECOND, FORGED));
        Set<String> found = differences();
        write(swap(FORGED, SECOND));
        assertThat(found)
                .containsExactlyInAnyOrder(
                        named(SECOND) + "was added and is not kept", named(FORGED) + "was never added");
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_revocation_that_was_taken_back_is_named() throws SQLException {
        long at = read("SELECT revoked_index FROM party_key" + where(FIRST), KeyTamperTest::number);
        write("UPDATE party_key SET revoked_index = NULL" + where(FIRST));
        Set<String> found = differences();
        write("UPDATE party_key SET revoked_index = " + at + where(FIRST));
        assertThat(found).containsExactly(named(FIRST) + "is not revoked as was stated");
    }

    private static long number(ResultSet rows) {
        try {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(ResultSet rows) {
        try {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_requirement_that_was_cleared_is_named() throws SQLException {
        String of = " WHERE party = '" + party + "'";
        write("UPDATE party_signing SET required = false" + of);
        Set<String> found = differences();
        write("UPDATE party_signing SET required = true" + of);
        assertThat(found).containsExactly("whether party " + party + " signs is not kept as it was stated");
    }

    @Test
    void a_changed_column_of_a_key_is_named() throws SQLException {
        for (String[] change : new String[][] {
            {"name", "name || 'x'", "left(name, -1)"},
            {"until_time", "until_time + interval '1 day'", "until_time - interval '1 day'"},
            {"from_time", "from_time - interval '1 day'", "from_time + interval '1 day'"}
        }) {
            write("UPDATE party_key SET " + change[0] + " = " + change[1] + where(SECOND));
            Set<String> found = differences();
            write("UPDATE party_key SET " + change[0] + " = " + change[2] + where(SECOND));
            assertThat(found).as(change[0]).containsExactly(named(SECOND) + "is not kept as it was stated");
        }
    }

    @Test
    void a_signature_that_was_replaced_or_dropped_is_found_at_its_index() throws SQLException {
        long index = read("SELECT max(log_index) FROM statement_signature", KeyTamperTest::number);
        String at = " WHERE log_index = " + index;
        String kept = read("SELECT jws FROM statement_signature" + at, KeyTamperTest::text);
        String other = read("SELECT jws FROM statement_signature ORDER BY log_index LIMIT 1", KeyTamperTest::text);
        write("UPDATE statement_signature SET jws = '" + other + "'" + at);
        List<String> replaced = Replayed.whole().wrong();
        write("DELETE FROM statement_signature" + at);
        List<String> dropped = Replayed.whole().wrong();
        write("INSERT INTO statement_signature (log_index, jws) VALUES (" + index + ", '" + kept + "')");
        assertThat(replaced).containsExactly(index + " signature-invalid");
        assertThat(dropped).containsExactly(index + " signature-invalid");
        assertThat(Replayed.whole().wrong()).isEmpty();
    }
}
