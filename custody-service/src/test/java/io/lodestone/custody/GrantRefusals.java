package io.lodestone.custody;

import static io.lodestone.custody.Ledger.accepted;
import static io.lodestone.custody.Ledger.bearer;
import static io.lodestone.custody.Ledger.statement;
import static io.lodestone.custody.Ledger.submit;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.statement.AccessGranted;
import io.lodestone.evidence.statement.AccessWithdrawn;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.PartyId;
import java.util.Optional;

/** Refusals of grants. */
final class GrantRefusals {

    private GrantRefusals() {}

    static Refusals.Case of(Refusal.Code code, PartyId granter, PartyId auditor) {
        AccessGranted grant = new AccessGranted(
                new GrantId(Ledger.id()),
                auditor,
                Optional.empty(),
                Ledger.now(),
                Ledger.now().plusDays(30));
        AccessWithdrawn withdrawal = new AccessWithdrawn(grant.grant());
        if (code == Refusal.Code.GRANT_UNKNOWN) {
            given(granter, grant);
            return stated(auditor, withdrawal);
        }
        given(granter, grant);
        if (code == Refusal.Code.GRANT_EXISTS) {
            return stated(granter, grant);
        }
        given(granter, withdrawal);
        return stated(granter, withdrawal);
    }

    private static void given(PartyId party, Body body) {
        accepted(submit(bearer(party), statement(party, body)));
    }

    private static Refusals.Case stated(PartyId party, Body body) {
        return new Refusals.Case(bearer(party), statement(party, body));
    }
}
