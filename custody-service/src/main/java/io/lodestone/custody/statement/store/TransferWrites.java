package io.lodestone.custody.statement.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.statement.Sequenced;
import io.lodestone.evidence.acceptance.Effect;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.acceptance.Transfer.State;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.TransferDisputed;
import io.lodestone.evidence.statement.TransferId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Transfers that a batch opens, then those that it disputes, then those that it ends: one may be all of these. */
final class TransferWrites {

    private static final String OFFERED = "INSERT INTO transfer (transfer, sender, recipient, title_passes, state,"
            + " offered_index, expires) SELECT transfer, sender, recipient, title_passes, 'OFFERED', offered_index,"
            + " expires FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::boolean[], $5::bigint[],"
            + " $6::timestamptz[]) AS t(transfer, sender, recipient, title_passes, offered_index, expires)";
    private static final String LOTS = "INSERT INTO transfer_lot (transfer, lot, mass_ug)"
            + " SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[])";
    private static final String DISPUTED = "UPDATE transfer SET state = 'DISPUTED', disputed_index = d.log_index,"
            + " reason = d.reason FROM unnest($1::uuid[], $2::bigint[], $3::text[]) AS d(transfer, log_index, reason)"
            + " WHERE transfer.transfer = d.transfer";
    private static final String ENDED = "UPDATE transfer SET state = e.state, answered_index = e.log_index"
            + " FROM unnest($1::uuid[], $2::bigint[], $3::text[]) AS e(transfer, log_index, state)"
            + " WHERE transfer.transfer = e.transfer";

    private TransferWrites() {}

    private record Change(Sequenced by, Transfer transfer) {}

    private record LotRow(TransferId transfer, LotId lot, Mass mass) {}

    static List<Write> of(List<Sequenced> accepted) {
        List<Write> writes = new ArrayList<>();
        List<Change> offered = changes(accepted, state -> state == State.OFFERED);
        if (!offered.isEmpty()) {
            writes.add(new Write(
                    OFFERED,
                    Columns.of(offered)
                            .uuid(c -> c.transfer().transfer().value())
                            .uuid(c -> c.transfer().sender().value())
                            .uuid(c -> c.transfer().recipient().value())
                            .flag(c -> c.transfer().titlePasses())
                            .number(c -> c.by().index())
                            .nullableTime(c -> c.transfer().expires())));
            writes.add(new Write(LOTS, lots(offered)));
        }
        List<Change> disputed = changes(accepted, state -> state == State.DISPUTED);
        if (!disputed.isEmpty()) {
            writes.add(new Write(DISPUTED, at(disputed).text(TransferWrites::reason)));
        }
        List<Change> ended = changes(accepted, state -> !state.open());
        if (!ended.isEmpty()) {
            writes.add(new Write(ENDED, at(ended).text(c -> c.transfer().state().name())));
        }
        writes.addAll(WeighingWrites.of(accepted));
        return writes;
    }

    private static List<Change> changes(List<Sequenced> accepted, Predicate<State> wanted) {
        return accepted.stream()
                .flatMap(s ->
                        s.effects().all(Effect.TransferChanged.class).stream().map(t -> new Change(s, t.transfer())))
                .filter(change -> wanted.test(change.transfer().state()))
                .toList();
    }

    private static Columns<Change> at(List<Change> changes) {
        return Columns.of(changes).uuid(c -> c.transfer().transfer().value()).number(c -> c.by().index());
    }

    private static String reason(Change change) {
        return ((TransferDisputed) change.by().submission().statement().body())
                .reason()
                .wire();
    }

    private static Columns<LotRow> lots(List<Change> offered) {
        List<LotRow> rows = offered.stream()
                .flatMap(c -> c.transfer().lots().entrySet().stream()
                        .map(e -> new LotRow(c.transfer().transfer(), e.getKey(), e.getValue())))
                .toList();
        return Columns.of(rows)
                .uuid(row -> row.transfer().value())
                .uuid(row -> row.lot().value())
                .number(row -> row.mass().micrograms());
    }
}
