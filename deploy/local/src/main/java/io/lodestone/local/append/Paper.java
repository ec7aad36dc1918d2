package io.lodestone.local.append;

import io.lodestone.evidence.provenance.LotMaterial;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginProfile.Evidence;
import io.lodestone.evidence.provenance.OriginProfile.Recycled;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.Registration;
import io.lodestone.evidence.provenance.RegistrationResult.Registered;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.quantity.Substance;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.TransferOffered;
import io.lodestone.evidence.statement.TransferOffered.Offered;
import io.lodestone.evidence.statement.TransferOffered.Route;
import io.lodestone.evidence.statement.Uuid7;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Statements of one refiner about lots of dysprosium oxide, all of 27 kg. Not for several threads at once. */
final class Paper {

    private static final Mass MASS = new Mass(27_107_000_000L);

    private final String origin;
    private final PartyId refiner;
    private final PartyId recipient;
    private final LotRegistered model;
    private final SplittableRandom random;

    private Paper(String origin, PartyId refiner, PartyId recipient, LotRegistered model, long seed) {
        this.origin = origin;
        this.refiner = refiner;
        this.recipient = recipient;
        this.model = model;
        this.random = new SplittableRandom(seed);
    }

    static Paper of(String origin, PartyId refiner, PartyId recipient, Site site, long seed) {
        Places china = Places.of("CN");
        OriginProfile profile = new OriginProfile(
                List.of(new OriginStep(OriginStep.Kind.MINED, china, Optional.empty(), china, china)),
                Recycled.NONE,
                Evidence.DECLARED);
        LotMaterial oxide =
                LotMaterial.ofFraction(Substance.parse("Dy2O3"), DecimalText.parse("0.995"), profile.digest());
        if (!(Registration.vector(MASS, List.of(oxide)) instanceof Registered registered)) {
            throw new IllegalStateException("the material is sound");
        }
        LotRegistered model = new LotRegistered(
                new LotId(Uuid7.of(0, new byte[10])),
                Form.OXIDE,
                MASS,
                List.of(oxide),
                List.of(profile),
                site,
                registered.vector().digest(),
                now());
        return new Paper(origin, refiner, recipient, model, seed);
    }

    Statement registration(LotId lot) {
        return statement(new LotRegistered(
                lot,
                model.form(),
                MASS,
                model.material(),
                model.profiles(),
                model.site(),
                model.vector(),
                model.happened()));
    }

    Statement offer(LotId lot) {
        return statement(new TransferOffered(
                new TransferId(id()),
                recipient,
                true,
                "sale",
                new Route("CN", List.of(), "JP"),
                List.of(new Offered(new LotVersion(lot, 1), MASS)),
                List.of(),
                model.happened()));
    }

    Statement statement(Body body) {
        return statement(refiner, body);
    }

    Statement statement(PartyId actor, Body body) {
        return new Statement(
                actor, List.of(), body, new StatementId(id()), origin, Salt.of(bytes(Salt.LENGTH)), Instant.now());
    }

    LotId lot() {
        return new LotId(id());
    }

    private Uuid7 id() {
        return Uuid7.of(Instant.now().toEpochMilli(), bytes(10));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static OffsetDateTime now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }
}
