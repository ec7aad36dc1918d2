package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.TransferId;
import java.util.Optional;

/** The ledger as it stands before a statement: what the decision may look at, and nothing else. */
public interface LedgerView extends PartyView {

    Optional<Grant> grant(GrantId grant);

    Optional<Facility> facility(FacilityId facility);

    Optional<Holding> lot(LotId lot);

    Optional<LotId> lotOf(AssayId assay);

    Optional<Transfer> transfer(TransferId transfer);

    Optional<Pool> pool(LotId pool);

    /** Whether the pool had a period of that name that is closed now. */
    boolean isClosed(LotId pool, String period);

    /** Empty for a lot that did not come out of a pool. */
    Optional<Withdrawal> withdrawal(LotId lot);

    boolean hasRuleset(Digest ruleset);

    boolean hasCertificate(CertificateId certificate);

    /** What corrections may look at; nothing where nobody asks for one. */
    default CorrectionView corrections() {
        return CorrectionView.NOTHING;
    }
}
