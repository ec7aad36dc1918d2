package io.lodestone.evidence.acceptance;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PartyId;
import java.util.List;
import java.util.Optional;

/** What an accepted statement changes. Every lot it touches is in {@code lots}, as it stands afterwards. */
public record Effects(
        List<Holding> lots,
        Optional<PartyId> party,
        Optional<Facility> facility,
        Optional<AssayOf> assay,
        Optional<Transfer> transfer,
        Optional<Digest> ruleset,
        Optional<CertificateId> certificate) {

    /** An assay and the lot it is of. */
    public record AssayOf(AssayId assay, LotId lot) {}

    public Effects {
        lots = List.copyOf(lots);
    }

    static Effects lots(List<Holding> lots) {
        return new Effects(
                lots,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Effects party(PartyId party) {
        return new Effects(
                List.of(),
                Optional.of(party),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Effects facility(Facility facility) {
        return new Effects(
                List.of(),
                Optional.empty(),
                Optional.of(facility),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Effects ruleset(Digest ruleset) {
        return new Effects(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ruleset),
                Optional.empty());
    }

    Effects with(AssayOf made) {
        return new Effects(lots, party, facility, Optional.of(made), transfer, ruleset, certificate);
    }

    Effects with(Transfer changed) {
        return new Effects(lots, party, facility, assay, Optional.of(changed), ruleset, certificate);
    }

    Effects with(CertificateId issued) {
        return new Effects(lots, party, facility, assay, transfer, ruleset, Optional.of(issued));
    }
}
