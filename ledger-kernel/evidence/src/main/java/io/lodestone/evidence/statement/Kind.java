package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Members;
import java.util.function.Function;

/** The kinds of statement, with the reader of each kind's body. */
public enum Kind {
    PARTY_REGISTERED("PartyRegistered", PartyRegistered::read),
    FACILITY_REGISTERED("FacilityRegistered", FacilityRegistered::read),
    LOT_REGISTERED("LotRegistered", LotRegistered::read),
    ASSAY_RECORDED("AssayRecorded", AssayRecorded::read),
    LOTS_TRANSFORMED("LotsTransformed", LotsTransformed::read),
    TRANSFER_OFFERED("TransferOffered", TransferOffered::read),
    TRANSFER_ACCEPTED("TransferAccepted", TransferAccepted::read),
    RULESET_PUBLISHED("RulesetPublished", RulesetPublished::read),
    CERTIFICATE_ISSUED("CertificateIssued", CertificateIssued::read);

    private final String type;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Members, Body> reader;

    Kind(String type, Function<Members, Body> reader) {
        this.type = type;
        this.reader = reader;
    }

    public static Kind parse(String type) {
        for (Kind kind : values()) {
            if (kind.type.equals(type)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("is not a kind of statement known here");
    }

    public String type() {
        return type;
    }

    Body read(Members body) {
        Body value = reader.apply(body);
        body.end();
        return value;
    }
}
