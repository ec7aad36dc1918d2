package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.signature.Thumbprint;
import io.lodestone.evidence.statement.AccessGranted;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyKeyAdded;
import java.util.Optional;

/** One thing beside lots that an accepted statement makes or changes. */
public sealed interface Effect {

    record PartyAdmitted(PartyId party) implements Effect {}

    /** A permission, given by that party. */
    record GrantMade(PartyId granter, AccessGranted grant) implements Effect {}

    /** A permission that its granter has withdrawn. */
    record GrantEnded(GrantId grant, PartyId granter) implements Effect {}

    /** A key of that party, from this statement on. */
    record KeyAdded(PartyKeyAdded added) implements Effect {}

    /** A key of that party that nothing after this statement is signed by. */
    record KeyRevoked(PartyId party, Thumbprint key) implements Effect {}

    /** Whether that party's statements need a signature from now on. */
    record SigningSet(PartyId party, boolean required) implements Effect {}

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

    /**
     * A transformation has drawn from a lot.
     *
     * @param before digest of what the lot held before
     */
    record LotDrawn(LotId lot, Digest before) implements Effect {}

    /**
     * A statement is void: it made nothing and drew from nothing.
     *
     * @param statement where in the log it stands
     */
    record StatementVoided(long statement) implements Effect {}

    /**
     * A statement is replaced. Its lots and all that was made of them, through transformations, are marked: each lot it
     * made and each that was made of those waits for its maker; each lot it drew from waits for it.
     *
     * @param statement where in the log the corrected one stands
     * @param settled the lot that it registered, with what it holds now; empty for a transformation
     */
    record StatementReplaced(long statement, Optional<SettledLot> settled) implements Effect {}

    /** A registered lot and the vector it is registered with now. */
    record SettledLot(LotId lot, Digest vector, Mass mass) {}

    /** A mark as it stands now. */
    record MarkMoved(StaleMark mark) implements Effect {}

    /** A lot's mark is gone: its vector is final, as far as this correction goes. */
    record MarkLifted(long correction, LotId lot) implements Effect {}

    /** What a draw is recorded to have started from, from now on. */
    record DrawRedone(LotId lot, RecordedDraw draw) implements Effect {}
}
