package io.lodestone.lots.outbox.store;

import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.lots.outbox.Keeping;
import io.lodestone.lots.outbox.SourceKey;
import io.lodestone.lots.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes statements that are kept, with the lots they would make and the keys they have. */
final class OutboxWrites {

    private static final String INSERT = "INSERT INTO outbox (actor, statement_id, request_digest, statement, annexes,"
            + " state, queued_at, due_at, bulk) SELECT k.actor, k.id, k.request, k.statement, k.annexes, 'QUEUED',"
            + " $6::timestamptz, $7::timestamptz, $8::uuid FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[]) WITH ORDINALITY"
            + " AS k (actor, id, request, statement, annexes, position) ORDER BY k.position ON CONFLICT DO NOTHING";
    private static final String DRAFT = "INSERT INTO draft_lot (actor, statement_id, lot, form, mass_ug)"
            + " SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bigint[])";

    /**
     * In the order of the keys, so that two who bring the same ones wait for each other and do not lock each other out.
     * A key whose statement was refused is free: what was refused is no document on record.
     */
    private static final String SOURCE = "INSERT INTO source (party, key_digest, statement_id, request_digest)"
            + " SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::uuid[], $4::bytea[])"
            + " AS k (party, key, id, request) ORDER BY k.key ON CONFLICT (party, key_digest) DO UPDATE"
            + " SET statement_id = excluded.statement_id, request_digest = excluded.request_digest"
            + " WHERE EXISTS (SELECT FROM outbox o WHERE o.actor = source.party"
            + " AND o.statement_id = source.statement_id AND o.state = 'REFUSED')";

    private record Draft(Statement statement, LotId lot, String form, Mass mass) {}

    private record Sourced(Keeping keeping, SourceKey key) {}

    private OutboxWrites() {}

    /** How many were kept: fewer where an id is taken. */
    static Uni<Integer> keep(
            SqlConnection connection, List<Keeping> all, Optional<Uuid7> bulk, Instant now, Instant due) {
        return Columns.of(all)
                .uuid(one -> one.kept().statement().actor())
                .uuid(one -> one.kept().statement().id())
                .bytes(one -> one.kept().request())
                .bytes(one -> one.kept().statement().bytes())
                .bytes(one -> OutboxRows.annexes(one.kept().annexes()))
                .query(connection, INSERT, now, due, bulk.map(Uuid7::value))
                .chain(rows -> rows.rowCount() < all.size()
                        ? Uni.createFrom().item(rows.rowCount())
                        : drafts(connection, all)
                                .chain(() -> sources(connection, all))
                                .replaceWith(all.size()));
    }

    private static Uni<Void> drafts(SqlConnection connection, List<Keeping> all) {
        List<Draft> drafts = new ArrayList<>();
        all.forEach(one -> draft(one.kept().statement(), drafts));
        return Columns.of(drafts)
                .uuid(draft -> draft.statement().actor())
                .uuid(draft -> draft.statement().id())
                .uuid(Draft::lot)
                .text(Draft::form)
                .number(Draft::mass)
                .write(connection, DRAFT);
    }

    private static void draft(Statement statement, List<Draft> into) {
        if (statement.body() instanceof LotRegistered lot) {
            into.add(new Draft(statement, lot.lot(), lot.form().wire(), lot.mass()));
        }
        for (Output output : outputs(statement.body())) {
            output.lot()
                    .ifPresent(lot -> into.add(new Draft(
                            statement, lot, output.form().orElseThrow().wire(), output.mass())));
        }
    }

    private static List<Output> outputs(Body body) {
        if (body instanceof LotsTransformed transformed) {
            return transformed.outputs();
        }
        return body instanceof PoolRun run ? run.outputs() : List.of();
    }

    private static Uni<Void> sources(SqlConnection connection, List<Keeping> all) {
        List<Sourced> sourced = all.stream()
                .flatMap(one -> one.source().map(key -> new Sourced(one, key)).stream())
                .toList();
        if (sourced.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Columns.of(sourced)
                .uuid(one -> one.keeping().kept().statement().actor())
                .bytes(one -> one.key().digest())
                .uuid(one -> one.keeping().kept().statement().id())
                .bytes(one -> one.keeping().kept().request())
                .query(connection, SOURCE)
                .invoke(rows -> {
                    if (rows.rowCount() < sourced.size()) {
                        throw new KeyTaken();
                    }
                })
                .replaceWithVoid();
    }
}
