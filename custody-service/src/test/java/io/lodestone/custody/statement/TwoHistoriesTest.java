package io.lodestone.custody.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.custody.Ledger;
import io.lodestone.custody.Stock;
import io.lodestone.custody.holding.HeldLot;
import io.lodestone.evidence.acceptance.Facility;
import io.lodestone.evidence.archive.LogAudit;
import io.lodestone.evidence.archive.LogVerification;
import io.lodestone.evidence.certificate.Genesis;
import io.lodestone.evidence.certificate.TrustFile;
import io.lodestone.evidence.certificate.TrustFile.TrustedLog;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.history.Comparison;
import io.lodestone.evidence.history.Comparison.TwoHistories;
import io.lodestone.evidence.history.HistoryVerification.Verified;
import io.lodestone.evidence.history.HistoryVerifier;
import io.lodestone.evidence.history.LotHistory;
import io.lodestone.evidence.history.MadeVersion;
import io.lodestone.evidence.history.VerifiedHistory;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.signature.Environment;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.SpendSecret;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.testing.ArchivedLog;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * An operator who has the database, the code and the log's key keeps two histories of one lot: it sets the lot's row back
 * and lets a second statement spend the same version. Everything it shows to either party is right in itself.
 */
class TwoHistoriesTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TrustFile TRUST =
            new TrustFile(List.of(new TrustedLog(ArchivedLog.KEY, Environment.DEVELOPMENT)), List.of(), List.of());

    private final PartyId refiner = new PartyId(Ledger.id());
    private final FacilityId facility = new FacilityId(Ledger.id());
    private final Stock stock =
            Stock.unregistered(refiner, new Site("CN", facility, Optional.empty(), Places.of("CN")));
    private final ArchivedLog log = new ArchivedLog("one");

    /** One version, with the secret that was spent for it. */
    private record Made(Sequenced sequenced, Optional<SpendSecret> spent) {

        HeldLot lot() {
            return sequenced.versions().get(0).lot();
        }
    }

    private Made decide(Optional<HeldLot> row, Body body) {
        Statement said = Ledger.statement(refiner, body);
        Statement statement = new Statement(
                said.actor(), said.annexes(), said.body(), said.id(), ArchivedLog.ORIGIN, said.salt(), said.time());
        BatchResult result = BatchDecision.decide(
                List.of(new Submission(statement, List.of())),
                new Head(ArchivedLog.ORIGIN, log.size(), log.lastLeaf(), log.lastTime()),
                rows(row.map(lot -> Map.of(stock.lot(), lot)).orElse(Map.of())),
                Map.of(),
                Instant.now(),
                TwoHistoriesTest::random);
        Sequenced sequenced = result.accepted().get(0);
        log.append(sequenced.entry());
        return new Made(sequenced, row.map(HeldLot::secret));
    }

    private LedgerRows rows(Map<LotId, HeldLot> lots) {
        return new LedgerRows(
                Optional.of(refiner),
                Set.of(refiner),
                Map.of(),
                Map.of(facility, new Facility(facility, refiner, "CN")),
                lots,
                Map.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                KnownPools.NONE,
                KnownKeys.NONE);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private VerifiedHistory history(Made... versions) {
        List<MadeVersion> made = new ArrayList<>();
        for (Made version : versions) {
            made.add(new MadeVersion(
                    version.sequenced().entry(),
                    log.inclusion((int) version.sequenced().index()),
                    version.sequenced().record(),
                    version.spent()));
        }
        LotHistory file = new LotHistory(
                log.note().toString(),
                new Genesis(log.entry(0), log.inclusion(0).path()),
                stock.lot(),
                made);
        var result = new HistoryVerifier(TRUST).verify(file.bytes());
        assertThat(result).isInstanceOf(Verified.class);
        return ((Verified) result).history();
    }

    @Test
    void the_public_nullifier_gives_the_two_histories_away() throws IOException {
        log.grow(1);
        Made registered = decide(Optional.empty(), stock.registered());
        Made shownToOne = decide(Optional.of(registered.lot()), stock.assayed(1));
        Made between = decide(Optional.of(shownToOne.lot()), stock.assayed(2));
        Made shownToOther = decide(Optional.of(registered.lot()), stock.assayed(1));

        VerifiedHistory one = history(registered, shownToOne, between);
        VerifiedHistory other = history(registered, shownToOther);
        Digest nullifier = registered.lot().secret().nullifier();
        TwoHistories two = (TwoHistories) Comparison.of(one, other);
        assertThat(two.lot()).isEqualTo(stock.lot());
        assertThat(two.version()).isEqualTo(2);
        assertThat(two.nullifier()).contains(nullifier);
        assertThat(List.of(two.one().index(), two.other().index())).containsExactly(2L, 4L);

        Map<String, byte[]> files = log.files();
        LogVerification audited = new LogAudit(
                        (path, limit) -> files.get(path), ArchivedLog.KEY, Optional.empty(), entries -> {})
                .verify();
        assertThat(((LogVerification.Rejected) audited).detail())
                .contains("entry 4 shows the nullifier " + nullifier, "entry 2 has shown", "two histories of one lot");
    }
}
