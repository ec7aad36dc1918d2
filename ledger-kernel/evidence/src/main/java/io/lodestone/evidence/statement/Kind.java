package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Members;
import java.util.function.Function;

/** The kinds of statement, with the reader of each kind's body in each of its versions. */
public enum Kind {
    PARTY_REGISTERED("PartyRegistered", PartyRegistered::read),
    PARTY_DESCRIBED("PartyDescribed", PartyDescribed::read),
    FACILITY_REGISTERED("FacilityRegistered", FacilityRegistered::read),
    ACCESS_GRANTED("AccessGranted", AccessGranted::read),
    ACCESS_WITHDRAWN("AccessWithdrawn", AccessWithdrawn::read),
    PARTY_KEY_ADDED("PartyKeyAdded", PartyKeyAdded::read),
    PARTY_KEY_REVOKED("PartyKeyRevoked", PartyKeyRevoked::read),
    SIGNING_REQUIRED("SigningRequired", SigningRequired::read),
    LOT_REGISTERED("LotRegistered", 2, LotRegistered::read),
    ASSAY_RECORDED("AssayRecorded", 2, AssayRecorded::read),
    LOTS_TRANSFORMED("LotsTransformed", 2, LotsTransformed::read),
    CORRECTION("Correction", Correction::read),
    LOTS_RECOMPUTED("LotsRecomputed", LotsRecomputed::read),
    TRANSFER_OFFERED("TransferOffered", 2, TransferOffered::read),
    TRANSFER_ACCEPTED("TransferAccepted", 2, TransferAccepted::read),
    TRANSFER_DISPUTED("TransferDisputed", TransferDisputed::read),
    TRANSFER_CANCELLED("TransferCancelled", TransferCancelled::read),
    TRANSFER_EXPIRED("TransferExpired", TransferExpired::read),
    LOG_SWEPT("LogSwept", LogSwept::read),
    RULESET_PUBLISHED("RulesetPublished", RulesetPublished::read),
    CERTIFICATE_ISSUED("CertificateIssued", CertificateIssued::read),
    POOL_OPENED("PoolOpened", PoolOpened::read),
    POOL_RUN("PoolRun", PoolRun::read),
    POOL_COUNTED("PoolCounted", PoolCounted::read),
    POOL_PERIOD_CLOSED("PoolPeriodClosed", PoolPeriodClosed::read),
    POOL_ADJUSTED("PoolAdjusted", PoolAdjusted::read),
    CREDIT_CLAIMED("CreditClaimed", CreditClaimed::read);

    /** Reads a body that is written in one of the versions of its kind. */
    private interface Reader {
        Body read(Members in, long version);
    }

    private final String type;
    private final long latestVersion;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Reader reader;

    Kind(String type, Function<Members, Body> reader) {
        this(type, 1, (in, version) -> reader.apply(in));
    }

    Kind(String type, long latestVersion, Reader reader) {
        this.type = type;
        this.latestVersion = latestVersion;
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

    long latestVersion() {
        return latestVersion;
    }

    Body read(Members body, long version) {
        Body value = reader.read(body, version);
        body.end();
        return value;
    }
}
