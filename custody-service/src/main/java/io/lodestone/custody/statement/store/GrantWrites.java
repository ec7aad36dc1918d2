package io.lodestone.custody.statement.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.statement.Sequenced;
import io.lodestone.evidence.acceptance.Effect;
import io.lodestone.evidence.statement.AccessGranted;
import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import java.util.ArrayList;
import java.util.List;

/** Grants that were given, and those that were withdrawn; one may be both in a batch. */
final class GrantWrites {

    private static final String GIVEN = "INSERT INTO access_grant (granted_index, access_grant, granter, auditor,"
            + " from_time, until_time)"
            + " SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[],"
            + " $6::timestamptz[])";

    /** A column of arrays of different lengths cannot be passed to unnest, so lots come one a row. */
    private static final String LOTS = "UPDATE access_grant SET lots = l.lots FROM (SELECT g, array_agg(lot) AS lots"
            + " FROM unnest($1::uuid[], $2::uuid[]) AS u(g, lot) GROUP BY g) AS l WHERE access_grant = l.g";

    private static final String WITHDRAWN = "UPDATE access_grant SET withdrawn_index = w.log_index"
            + " FROM unnest($1::bigint[], $2::uuid[]) AS w(log_index, g) WHERE access_grant = w.g";

    private GrantWrites() {}

    private record Given(long index, PartyId granter, AccessGranted grant) {}

    private record LotRow(GrantId grant, LotId lot) {}

    private record Ended(long index, GrantId grant) {}

    static List<Write> of(List<Sequenced> accepted) {
        List<Write> writes = new ArrayList<>();
        List<Given> given = accepted.stream()
                .flatMap(s -> s.effects().all(Effect.GrantMade.class).stream()
                        .map(made -> new Given(s.index(), made.granter(), made.grant())))
                .toList();
        if (!given.isEmpty()) {
            writes.add(new Write(
                    GIVEN,
                    Columns.of(given)
                            .number(Given::index)
                            .uuid(g -> g.grant().grant().value())
                            .uuid(g -> g.granter().value())
                            .uuid(g -> g.grant().auditor().value())
                            .time(g -> g.grant().from().toInstant())
                            .time(g -> g.grant().until().toInstant())));
        }
        List<LotRow> lots = given.stream()
                .flatMap(g -> g.grant().lots().orElse(List.of()).stream()
                        .map(lot -> new LotRow(g.grant().grant(), lot)))
                .toList();
        if (!lots.isEmpty()) {
            Columns<LotRow> rows = Columns.of(lots)
                    .uuid(row -> row.grant().value())
                    .uuid(row -> row.lot().value());
            writes.add(new Write(LOTS, rows));
        }
        List<Ended> ended = accepted.stream()
                .flatMap(s ->
                        s.effects().all(Effect.GrantEnded.class).stream().map(end -> new Ended(s.index(), end.grant())))
                .toList();
        if (!ended.isEmpty()) {
            Columns<Ended> rows =
                    Columns.of(ended).number(Ended::index).uuid(e -> e.grant().value());
            writes.add(new Write(WITHDRAWN, rows));
        }
        return writes;
    }
}
