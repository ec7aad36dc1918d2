package io.lodestone.custody.statement.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.statement.Sequenced;
import io.lodestone.evidence.acceptance.Effect;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.TransferId;
import java.util.ArrayList;
import java.util.List;

/** Transfers that a batch opens, and then those that it answers: one may be both. */
final class TransferWrites {

    private static final String OFFERED = "INSERT INTO transfer (transfer, sender, recipient, title_passes, state,"
            + " offered_index) SELECT transfer, sender, recipient, title_passes, 'OFFERED', offered_index"
            + " FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::boolean[], $5::bigint[])"
            + " AS t(transfer, sender, recipient, title_passes, offered_index)";
    private static final String LOTS = "INSERT INTO transfer_lot (transfer, lot, mass_ug)"
            + " SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[])";
    private static final String ANSWERED = "UPDATE transfer SET state = 'ACCEPTED', answered_index = a.log_index"
            + " FROM unnest($1::uuid[], $2::bigint[]) AS a(transfer, log_index)"
            + " WHERE transfer.transfer = a.transfer";

    private TransferWrites() {}

    private record Change(long index, Transfer transfer) {}

    private record LotRow(TransferId transfer, LotId lot, Mass mass) {}

    static List<Write> of(List<Sequenced> accepted) {
        List<Write> writes = new ArrayList<>();
        List<Change> offered = changes(accepted, Transfer.State.OFFERED);
        if (!offered.isEmpty()) {
            writes.add(new Write(
                    OFFERED,
                    Columns.of(offered)
                            .uuid(c -> c.transfer().transfer().value())
                            .uuid(c -> c.transfer().sender().value())
                            .uuid(c -> c.transfer().recipient().value())
                            .flag(c -> c.transfer().titlePasses())
                            .number(Change::index)));
            writes.add(new Write(LOTS, lots(offered)));
        }
        List<Change> answered = changes(accepted, Transfer.State.ACCEPTED);
        if (!answered.isEmpty()) {
            writes.add(new Write(
                    ANSWERED,
                    Columns.of(answered)
                            .uuid(c -> c.transfer().transfer().value())
                            .number(Change::index)));
        }
        return writes;
    }

    private static List<Change> changes(List<Sequenced> accepted, Transfer.State state) {
        return accepted.stream()
                .flatMap(s -> s.effects().all(Effect.TransferChanged.class).stream()
                        .map(t -> new Change(s.index(), t.transfer())))
                .filter(change -> change.transfer().state() == state)
                .toList();
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
