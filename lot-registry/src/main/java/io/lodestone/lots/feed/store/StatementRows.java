package io.lodestone.lots.feed.store;

import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.feed.FeedItem;
import io.lodestone.lots.feed.Happened;
import io.lodestone.lots.sql.Columns;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** The rows that a statement itself is, beside what it makes of lots. */
final class StatementRows {

    private static final String STATEMENT = "INSERT INTO statement (log_index, actor, id, kind, digest, bytes,"
            + " entry_time, event_time, late) SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::uuid[], $4::text[],"
            + " $5::bytea[], $6::bytea[], $7::timestamptz[], $8::text[], $9::boolean[])";
    private static final String PARTY = "INSERT INTO party (id, country, name, log_index) VALUES ($1, $2, $3, $4)";
    private static final String FACILITY =
            "INSERT INTO facility (id, operator, country, name, log_index) VALUES ($1, $2, $3, $4, $5)";
    private static final String ASSAY =
            "INSERT INTO assay (id, lot, log_index) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[])";
    private static final String TRANSFER = "INSERT INTO transfer (id, title_passes, log_index)"
            + " SELECT * FROM unnest($1::uuid[], $2::boolean[], $3::bigint[])";

    private StatementRows() {}

    static Uni<Void> insert(SqlClient client, List<FeedItem> items) {
        return Columns.of(items)
                .number(FeedItem::index)
                .uuid(item -> item.statement().actor())
                .uuid(item -> item.statement().id())
                .text(item -> item.statement().body().kind().type())
                .bytes(item -> item.statement().digest())
                .bytes(item -> item.statement().bytes())
                .time(FeedItem::time)
                .text(item -> Happened.of(item).eventTime().map(WireTime::text))
                .flag(item -> Happened.of(item).delay().isPresent())
                .write(client, STATEMENT);
    }

    /** What bodies come to beside the lots, which these rows refer to. */
    static Uni<Void> insertBodies(SqlClient client, List<FeedItem> items) {
        List<Stated<AssayRecorded>> assays = Stated.all(items, AssayRecorded.class);
        List<Stated<TransferOffered>> offers = Stated.all(items, TransferOffered.class);
        Uni<Void> all = Columns.of(assays)
                .uuid(stated -> stated.body().assay())
                .uuid(stated -> stated.body().of().lot())
                .number(Stated::index)
                .write(client, ASSAY)
                .chain(() -> Columns.of(offers)
                        .uuid(stated -> stated.body().transfer())
                        .flag(stated -> stated.body().titlePasses())
                        .number(Stated::index)
                        .write(client, TRANSFER))
                .chain(() -> TransformationRows.insert(client, Stated.all(items, LotsTransformed.class)));
        // After the offers: an acceptance may stand in the same page as what it accepts.
        for (FeedItem item : items) {
            all = all.chain(() -> insertBody(client, item));
        }
        return all;
    }

    /** Of the kinds that are rare: one after another. */
    private static Uni<Void> insertBody(SqlClient client, FeedItem item) {
        Body body = item.statement().body();
        long index = item.index();
        if (body instanceof PartyRegistered party) {
            return one(client, PARTY, Sql.tuple(party.party(), party.country(), item.name("party"), index));
        } else if (body instanceof FacilityRegistered facility) {
            return one(
                    client,
                    FACILITY,
                    Sql.tuple(
                            facility.facility(),
                            item.statement().actor(),
                            facility.country(),
                            item.name("facility"),
                            index));
        }
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> one(SqlClient client, String sql, Tuple row) {
        return Sql.batch(client, sql, List.of(row));
    }
}
