package io.lodestone.custody.statement.store;

import io.lodestone.custody.holding.NewVersion;
import io.lodestone.custody.sql.Columns;
import io.lodestone.custody.statement.Sequenced;
import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.statement.Uuid7;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Every version that a batch made of its lots, with the statement that made it. */
final class LotVersionWrites {

    private static final String VERSIONS = "INSERT INTO lot_version"
            + " (lot, version, log_index, holder, owner, state, remaining_ug, spend_secret)"
            + " SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::uuid[], $5::uuid[], $6::text[],"
            + " $7::bigint[], $8::bytea[])";

    private LotVersionWrites() {}

    private record Made(long index, NewVersion version) {

        Holding holding() {
            return version.lot().holding();
        }

        Optional<Uuid7> ifHandedOver(Function<Holding, Uuid7> party) {
            return version.handedOver() ? Optional.of(party.apply(holding())) : Optional.empty();
        }
    }

    static List<Write> of(List<Sequenced> accepted) {
        List<Made> made = accepted.stream()
                .flatMap(one -> one.versions().stream().map(version -> new Made(one.index(), version)))
                .toList();
        if (made.isEmpty()) {
            return List.of();
        }
        return List.of(new Write(
                VERSIONS,
                Columns.of(made)
                        .uuid(m -> m.holding().lot().value())
                        .number(m -> m.holding().version())
                        .number(Made::index)
                        .nullableUuid(m -> m.ifHandedOver(lot -> lot.holder().value()))
                        .nullableUuid(m -> m.ifHandedOver(lot -> lot.owner().value()))
                        .text(m -> m.holding().state().name())
                        .number(m -> m.holding().remaining().micrograms())
                        .bytes(m -> Base64Text.decode(m.version().lot().secret().text()))));
    }
}
