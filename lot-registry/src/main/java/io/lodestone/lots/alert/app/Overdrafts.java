package io.lodestone.lots.alert.app;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.plausibility.AlertKind;
import io.lodestone.evidence.plausibility.OverdraftRule;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.lots.alert.store.OverdraftRows;
import io.lodestone.lots.custody.Disposition;
import io.lodestone.lots.outbox.app.RefusalListener;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes note of statements that were refused because they would have used more of a lot than there is. */
@Singleton
public class Overdrafts implements RefusalListener {

    private static final Pattern INPUT = Pattern.compile("inputs\\[([0-9]{1,4})\\]");

    private final OverdraftRows rows;
    private final Clock clock;

    @Inject
    Overdrafts(OverdraftRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Uni<Void> refused(PartyId party, StatementId id, List<LotId> inputs, Disposition.Refused refusal) {
        Optional<LotId> lot =
                OverdraftRule.isOverdraft(refusal.code()) ? lot(inputs, refusal.path()) : Optional.empty();
        return lot.isEmpty()
                ? Uni.createFrom().voidItem()
                : rows.attempted(alert(party, lot.get()), party, lot.get(), id, clock.instant());
    }

    /** A refusal names the input that it is about; where it names none, the only one. */
    private static Optional<LotId> lot(List<LotId> inputs, String path) {
        Matcher named = INPUT.matcher(path);
        int index = named.find() ? Integer.parseInt(named.group(1)) : 0;
        boolean known = named.reset().find() ? index < inputs.size() : inputs.size() == 1;
        return known ? Optional.of(inputs.get(index)) : Optional.empty();
    }

    private static Digest alert(PartyId party, LotId lot) {
        return Digest.sha256(CanonicalJson.bytes(Json.object()
                .put("kind", AlertKind.OVERDRAFT.wire())
                .putWire("lot", lot)
                .putWire("party", party)
                .build()));
    }
}
