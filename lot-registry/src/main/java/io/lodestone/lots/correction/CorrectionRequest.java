package io.lodestone.lots.correction;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Correction.Reason;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.lot.MaterialRequest;
import io.lodestone.lots.outbox.Fields;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A correction to be stated: of a statement by its id, or of the one that made a lot.
 *
 * @param change empty where the statement is to be void
 */
public record CorrectionRequest(
        Optional<StatementId> statement,
        Optional<LotId> lot,
        Reason reason,
        OffsetDateTime eventTime,
        Optional<Change> change) {

    /** What is to stand instead. */
    public sealed interface Change {}

    /** A lot's mass, composition and origin. */
    public record Composition(Mass mass, List<MaterialRequest> material) implements Change {

        public Composition {
            material = List.copyOf(material);
        }
    }

    /** Masses of a transformation; a lot that is not named keeps what was stated of it. */
    public record Masses(List<Taken> inputs, Optional<Mass> openGain, List<MadeMass> outputs) implements Change {

        public Masses {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }
    }

    /** What was really taken of a lot. */
    public record Taken(LotId lot, Mass mass) {}

    public static CorrectionRequest read(Members in) {
        Optional<StatementId> statement = in.optionalParsed("statement", 36, StatementId::parse);
        Optional<LotId> lot = in.optionalParsed("lot", 36, LotId::parse);
        if (statement.isPresent() == lot.isPresent()) {
            throw new FormatException(
                    Fault.MISSING_FIELD, in.path("statement"), "exactly one of statement and lot is named");
        }
        boolean isVoid = in.optional("void").isPresent() && in.bool("void");
        if (isVoid == in.optional("replacement").isPresent()) {
            throw new FormatException(
                    Fault.MISSING_FIELD,
                    in.path("replacement"),
                    "exactly one of replacement and \"void\": true is given");
        }
        return new CorrectionRequest(
                statement,
                lot,
                in.parsed("reason", 16, Reason::parse),
                in.parsed("eventTime", 29, WireTime::zoned),
                isVoid ? Optional.empty() : Optional.of(change(in.object("replacement"))));
    }

    private static Change change(Members in) {
        Change change = in.json().get("material") == null ? masses(in) : composition(in);
        in.end();
        return change;
    }

    private static Composition composition(Members in) {
        return new Composition(
                in.parsed("massKg", Fields.MASS, Mass::parseKg),
                in.objects("material", LotRegistered.MAX_COMPONENTS, MaterialRequest::read));
    }

    private static Masses masses(Members in) {
        return new Masses(
                in.optional("inputs").isEmpty()
                        ? List.of()
                        : in.objects(
                                "inputs",
                                Part.MAX_LOTS,
                                each -> new Taken(
                                        each.parsed("lot", 36, LotId::parse),
                                        each.parsed("consumedKg", Fields.MASS, Mass::parseKg))),
                in.optionalParsed("openGainKg", Fields.MASS, Fields::massOrZero),
                in.optional("outputs").isEmpty() ? List.of() : in.objects("outputs", Part.MAX_LOTS, MadeMass::read));
    }
}
