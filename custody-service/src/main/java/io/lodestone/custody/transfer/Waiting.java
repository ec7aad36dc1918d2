package io.lodestone.custody.transfer;

import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.statement.PartyId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why a transfer waits for a party. */
public enum Waiting {
    /** It is offered to the party, which can still answer. */
    OFFER,
    /** The party offered it, and the recipient says that something is wrong. */
    DISPUTE,
    /** Its time runs out soon, whichever side the party is on. */
    EXPIRING,
    /** The party offered it, nobody answered in time, and that is not long ago. */
    EXPIRED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param span what is soon, and what is not long ago */
    public static List<Waiting> of(Listed listed, PartyId party, Instant now, Duration span) {
        Transfer transfer = listed.transfer();
        boolean sender = transfer.sender().equals(party);
        boolean offered = transfer.state() == Transfer.State.OFFERED && !transfer.expiredAt(now);
        List<Waiting> why = new ArrayList<>();
        if (offered && !sender) {
            why.add(OFFER);
        }
        if (sender && transfer.state() == Transfer.State.DISPUTED) {
            why.add(DISPUTE);
        }
        Instant soon = now.plus(span);
        if (offered && transfer.expires().filter(time -> !time.isAfter(soon)).isPresent()) {
            why.add(EXPIRING);
        }
        Instant lately = now.minus(span);
        if (sender
                && transfer.state() == Transfer.State.EXPIRED
                && listed.ended().filter(end -> !end.time().isBefore(lately)).isPresent()) {
            why.add(EXPIRED);
        }
        return why;
    }
}
