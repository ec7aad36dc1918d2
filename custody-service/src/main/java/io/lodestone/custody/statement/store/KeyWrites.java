package io.lodestone.custody.statement.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.statement.Sequenced;
import io.lodestone.evidence.acceptance.Effect;
import io.lodestone.evidence.acceptance.KeyBook.Signing;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyKeyAdded;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keys that were added and revoked, and who said whether it signs. */
final class KeyWrites {

    private static final String ADDED = "INSERT INTO party_key (added_index, party, thumbprint, info, name, from_time,"
            + " until_time) SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::bytea[], $4::bytea[], $5::text[],"
            + " $6::timestamptz[], $7::timestamptz[])";
    private static final String REVOKED = "UPDATE party_key SET revoked_index = r.log_index"
            + " FROM unnest($1::bigint[], $2::uuid[], $3::bytea[]) AS r(log_index, party, thumbprint)"
            + " WHERE party_key.party = r.party AND party_key.thumbprint = r.thumbprint";
    private static final String SIGNING = "INSERT INTO party_signing (log_index, party, required)"
            + " SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::boolean[])"
            + " ON CONFLICT (party) DO UPDATE SET required = excluded.required, log_index = excluded.log_index";

    private final Writes writes = new Writes();

    private KeyWrites() {}

    static List<Write> of(List<Sequenced> accepted) {
        KeyWrites all = new KeyWrites();
        all.keys(accepted);
        Map<PartyId, Signing> last = new TreeMap<>();
        At.all(accepted, Effect.SigningSet.class)
                .forEach(set -> last.put(
                        set.value().party(),
                        new Signing(set.value().party(), set.value().required(), set.index())));
        all.writes.add(
                SIGNING,
                last.values(),
                Columns.of(last.values())
                        .number(Signing::index)
                        .uuid(said -> said.party().value())
                        .flag(Signing::required));
        return all.writes.list();
    }

    private void keys(List<Sequenced> accepted) {
        List<At<PartyKeyAdded>> added = At.all(accepted, Effect.KeyAdded.class, Effect.KeyAdded::added);
        writes.add(
                ADDED,
                added,
                Columns.of(added)
                        .number(At::index)
                        .uuid(key -> key.value().party().value())
                        .bytes(key -> key.value().key().thumbprint().digest().bytes())
                        .bytes(key -> key.value().key().info())
                        .text(key -> key.value().name())
                        .time(key -> key.value().from())
                        .time(key -> key.value().until()));
        List<At<Effect.KeyRevoked>> revoked = At.all(accepted, Effect.KeyRevoked.class);
        writes.add(
                REVOKED,
                revoked,
                Columns.of(revoked)
                        .number(At::index)
                        .uuid(end -> end.value().party().value())
                        .bytes(end -> end.value().key().digest().bytes()));
    }
}
