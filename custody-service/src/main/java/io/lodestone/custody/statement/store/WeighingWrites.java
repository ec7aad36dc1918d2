package io.lodestone.custody.statement.store;

import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.statement.Sequenced;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferDisputed;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.Weighing;
import java.util.List;
import java.util.stream.Stream;

/** What recipients state to have weighed. */
final class WeighingWrites {

    private static final String WEIGHED = "INSERT INTO transfer_weighing (log_index, transfer, lot, gross_ug, net_ug,"
            + " uncertainty_ug) SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[],"
            + " $6::bigint[])";

    private WeighingWrites() {}

    private record Row(long index, TransferId transfer, LotId lot, Weighing weighing) {}

    static List<Write> of(List<Sequenced> accepted) {
        List<Row> rows = accepted.stream().flatMap(WeighingWrites::rows).toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Write(
                        WEIGHED,
                        Columns.of(rows)
                                .number(Row::index)
                                .uuid(row -> row.transfer().value())
                                .uuid(row -> row.lot().value())
                                .nullableNumber(row -> row.weighing()
                                        .gross()
                                        .map(Mass::micrograms)
                                        .orElse(null))
                                .number(row -> row.weighing().net().micrograms())
                                .number(row -> row.weighing().uncertainty().micrograms())));
    }

    private static Stream<Row> rows(Sequenced by) {
        Body body = by.submission().statement().body();
        if (body instanceof TransferAccepted acceptance) {
            return acceptance.lots().stream()
                    .flatMap(lot -> lot.weighing().stream()
                            .map(own -> new Row(
                                    by.index(), acceptance.transfer(), lot.of().lot(), own)));
        } else if (body instanceof TransferDisputed dispute) {
            return dispute.lots().stream()
                    .flatMap(lot -> lot.weighing().stream()
                            .map(own -> new Row(
                                    by.index(), dispute.transfer(), lot.of().lot(), own)));
        }
        return Stream.empty();
    }
}
