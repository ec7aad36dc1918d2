package io.lodestone.lots.feed.store;

import io.lodestone.evidence.party.FacilityDescription;
import io.lodestone.evidence.statement.AccessGranted;
import io.lodestone.evidence.statement.AccessWithdrawn;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.PartyDescribed;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.lots.access.store.AccessRows;
import io.lodestone.lots.feed.FeedItem;
import io.lodestone.lots.party.store.DescriptionRows;
import io.lodestone.lots.pool.store.PoolFeed;
import io.lodestone.lots.sql.Sql;
import io.lodestone.lots.transformation.BookedLoss;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The rows that a statement itself is, beside what it makes of lots. */
final class StatementRows {

    private static final String STATEMENT = "INSERT INTO statement (log_index, actor, id, kind, digest, bytes,"
            + " entry_time) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    private static final String PARTY = "INSERT INTO party (id, country, name, log_index) VALUES ($1, $2, $3, $4)";
    private static final String FACILITY =
            "INSERT INTO facility (id, operator, country, name, log_index, description) VALUES ($1, $2, $3, $4, $5, $6)";
    private static final String ASSAY =
            "INSERT INTO assay (id, lot, log_index, rank, supersedes, laboratory) VALUES ($1, $2, $3, $4, $5, $6)";
    private static final String TRANSFER = "INSERT INTO transfer (id, title_passes, log_index) VALUES ($1, $2, $3)";
    private static final String HANDOVER = "INSERT INTO handover (lot, log_index, from_party, to_party)"
            + " SELECT $1::uuid, $2::bigint, o.actor, $3::uuid FROM transfer t"
            + " JOIN statement o ON o.log_index = t.log_index WHERE t.id = $4";
    private static final String TRANSFORMATION =
            "INSERT INTO transformation (log_index, actor, process, step) VALUES ($1, $2, $3, $4)";
    private static final String INPUT =
            "INSERT INTO transformation_input (log_index, position, lot, consumed_ug) VALUES ($1, $2, $3, $4)";
    private static final String OUTPUT =
            "INSERT INTO transformation_output (log_index, position, kind, lot, mass_ug) VALUES ($1, $2, $3, $4, $5)";

    private static final String LOSS = "INSERT INTO booked_loss (log_index, output, element, book_ug, measured_ug)"
            + " VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";

    private StatementRows() {}

    static Uni<Void> insert(SqlClient client, FeedItem item) {
        Statement statement = item.statement();
        byte[] bytes = statement.bytes();
        return Sql.query(
                        client,
                        STATEMENT,
                        item.index(),
                        statement.actor(),
                        statement.id(),
                        statement.body().kind().type(),
                        statement.digest(),
                        bytes,
                        item.time())
                .replaceWithVoid();
    }

    /** After the lots, which these rows refer to. */
    static Uni<Void> insertBody(SqlClient client, FeedItem item) {
        Body body = item.statement().body();
        long index = item.index();
        if (body instanceof PartyRegistered party) {
            return one(client, PARTY, Sql.tuple(party.party(), party.country(), item.name("party"), index))
                    .chain(() -> DescriptionRows.insert(client, item, party.party(), item.time()));
        } else if (body instanceof PartyDescribed described) {
            return DescriptionRows.insert(
                    client, item, described.party(), described.happened().toInstant());
        } else if (body instanceof AccessGranted grant) {
            return AccessRows.given(client, item.statement().actor(), grant, index);
        } else if (body instanceof AccessWithdrawn withdrawal) {
            return AccessRows.withdrawn(client, withdrawal, index);
        } else if (body instanceof FacilityRegistered facility) {
            return one(
                    client,
                    FACILITY,
                    Sql.tuple(
                            facility.facility(),
                            item.statement().actor(),
                            facility.country(),
                            item.name("facility"),
                            index,
                            item.described(
                                    FacilityDescription.KIND,
                                    it -> FacilityDescription.read(it).json())));
        } else if (body instanceof AssayRecorded assay) {
            return one(client, ASSAY, assay(item, assay));
        } else if (body instanceof TransferOffered offer) {
            return one(client, TRANSFER, Sql.tuple(offer.transfer(), offer.titlePasses(), index));
        } else if (body instanceof TransferAccepted acceptance) {
            return Sql.batch(client, HANDOVER, handovers(item, acceptance));
        } else if (body instanceof LotsTransformed transformed) {
            return transformation(client, item, transformed);
        }
        return PoolFeed.book(client, item);
    }

    private static List<Tuple> handovers(FeedItem item, TransferAccepted acceptance) {
        return acceptance.lots().stream()
                .map(taken -> Sql.tuple(
                        taken.of().lot(), item.index(), item.statement().actor(), acceptance.transfer()))
                .toList();
    }

    private static Tuple assay(FeedItem item, AssayRecorded body) {
        return Sql.tuple(
                body.assay(),
                body.of().lot(),
                item.index(),
                body.rank().map(rank -> rank.stage().ordinal() + 1).orElse(0),
                body.rank().flatMap(AssayRecorded.Rank::supersedes),
                item.name("laboratory"));
    }

    private static Uni<Void> transformation(SqlClient client, FeedItem item, LotsTransformed body) {
        long index = item.index();
        List<Tuple> inputs = new ArrayList<>();
        for (Input input : body.inputs()) {
            inputs.add(Sql.tuple(index, inputs.size(), input.lot(), input.consumed()));
        }
        List<Tuple> outputs = new ArrayList<>();
        for (Output output : body.outputs()) {
            outputs.add(Sql.tuple(index, outputs.size(), output.kind().wire(), output.lot(), output.mass()));
        }
        Tuple itself = Sql.tuple(
                index,
                item.statement().actor(),
                body.process().wire(),
                body.step().map(step -> step.wire()));
        return one(client, TRANSFORMATION, itself)
                .chain(() -> Sql.batch(client, INPUT, inputs))
                .chain(() -> Sql.batch(client, OUTPUT, outputs))
                .chain(() -> Sql.batch(client, LOSS, losses(item)));
    }

    private static List<Tuple> losses(FeedItem item) {
        return item.committed().stream()
                .flatMap(annex -> BookedLoss.read(annex.content()).stream())
                .map(loss ->
                        Sql.tuple(item.index(), loss.output(), loss.element().symbol(), loss.book(), loss.measured()))
                .toList();
    }

    private static Uni<Void> one(SqlClient client, String sql, Tuple row) {
        return Sql.batch(client, sql, List.of(row));
    }
}
