package io.lodestone.lots.lot;

import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;

/** That a party made, held or owned a lot, from that place in the log on. */
public record LotParty(LotId lot, PartyId party, long index) {}
