package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.AccessGranted;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;

/** One thing beside lots that an accepted statement makes or changes. */
public sealed interface Effect {

    record PartyAdmitted(PartyId party) implements Effect {}

    /** A permission, given by that party. */
    record GrantMade(PartyId granter, AccessGranted grant) implements Effect {}

    /** A permission that its granter has withdrawn. */
    record GrantEnded(GrantId grant, PartyId granter) implements Effect {}

    record FacilityStated(Facility facility) implements Effect {}

    /** An assay and the lot it is of. */
    record AssayMade(AssayId assay, LotId lot) implements Effect {}

    /** A transfer as it stands afterwards. */
    record TransferChanged(Transfer transfer) implements Effect {}

    /** A pool as it stands afterwards. */
    record PoolChanged(Pool pool) implements Effect {}

    /** A period of a pool that nothing changes any more. */
    record PeriodClosed(LotId pool, String period) implements Effect {}

    /** A lot that came out of a pool, as it stands afterwards. */
    record LotWithdrawn(Withdrawal withdrawal) implements Effect {}

    record RulesetMade(Digest ruleset) implements Effect {}

    record CertificateMade(CertificateId certificate) implements Effect {}
}
