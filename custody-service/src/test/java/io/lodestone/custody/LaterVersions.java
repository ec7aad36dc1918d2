package io.lodestone.custody;

import io.lodestone.evidence.acceptance.Refusal;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.AssayResult;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Conduct;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotDescription;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.MeasuredElement;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.Process;
import java.util.List;
import java.util.Optional;

/** Version 2 of the bodies that have one, each with what its own rules refuse. */
final class LaterVersions {

    private static final Mass MICROGRAM = new Mass(1);

    private LaterVersions() {}

    static Body refused(Refusal.Code code, Stock stock, LotRegistered fresh) {
        Mass half = new Mass(stock.mass().micrograms() / 2);
        if (code == Refusal.Code.ASSAY_EXCEEDS_WHOLE) {
            return assayed(
                    stock, result("Dy2O3", "0.995", Optional.empty()), result("Tb4O7", "0.006", Optional.empty()));
        } else if (code == Refusal.Code.UNCERTAINTY_TOO_LARGE) {
            return assayed(stock, result("Dy2O3", "0.9", Optional.of("0.050000001")));
        } else if (code == Refusal.Code.FORM_CHANGED) {
            return melted(conducted(stock.split(stock.mass(), half), false, List.of()));
        } else if (code == Refusal.Code.DESCRIPTION_CONTRADICTS) {
            return lighterThanItsContent(fresh);
        } else if (code == Refusal.Code.TIME_REVERSED) {
            return conducted(stock.split(stock.mass(), half), true, List.of());
        }
        return conducted(
                stock.split(stock.mass(), half), false, List.of(new MeasuredElement(Element.DY, MICROGRAM, Mass.ZERO)));
    }

    /** The same, called a split into metal. */
    private static LotsTransformed melted(LotsTransformed body) {
        List<Output> outputs = body.outputs().stream()
                .map(output -> new Output(
                        output.kind(),
                        output.lot(),
                        Optional.of(Form.METAL),
                        output.mass(),
                        output.open(),
                        output.elements(),
                        output.vector(),
                        output.description(),
                        output.measured()))
                .toList();
        return new LotsTransformed(
                Process.SPLIT,
                body.step(),
                body.technology(),
                body.site(),
                body.inputs(),
                outputs,
                body.openGain(),
                body.profiles(),
                body.happened(),
                body.conduct());
    }

    private static AssayResult result(String substance, String fraction, Optional<String> uncertainty) {
        return new AssayResult(
                substance,
                DecimalText.parse(fraction),
                uncertainty.map(DecimalText::parse),
                uncertainty.map(stated -> DecimalText.parse("2")));
    }

    private static AssayRecorded assayed(Stock stock, AssayResult... results) {
        AssayRecorded first = stock.assayed(1);
        return new AssayRecorded(
                first.assay(),
                first.of(),
                first.basis(),
                first.method(),
                first.laboratory(),
                first.report(),
                List.of(results),
                first.happened(),
                Optional.of(new AssayRecorded.Rank(
                        AssayRecorded.Stage.FINAL, AssayRecorded.Sampled.AS_IS, Optional.empty())));
    }

    private static LotRegistered lighterThanItsContent(LotRegistered body) {
        return new LotRegistered(
                body.lot(),
                body.form(),
                body.mass(),
                body.material(),
                body.profiles(),
                body.site(),
                body.vector(),
                body.happened(),
                Optional.of(description(Optional.of(body.mass().minus(MICROGRAM)))));
    }

    private static LotDescription description(Optional<Mass> gross) {
        return new LotDescription(
                CustodyModel.SEGREGATED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                gross,
                Optional.empty());
    }

    private static LotsTransformed conducted(LotsTransformed body, boolean reversed, List<MeasuredElement> measured) {
        List<Output> outputs = body.outputs().stream()
                .map(output -> new Output(
                        output.kind(),
                        output.lot(),
                        output.form(),
                        output.mass(),
                        output.open(),
                        output.elements(),
                        output.vector(),
                        Optional.of(description(Optional.empty())),
                        measured))
                .toList();
        return new LotsTransformed(
                body.process(),
                body.step(),
                body.technology(),
                body.site(),
                body.inputs(),
                outputs,
                body.openGain(),
                body.profiles(),
                body.happened(),
                Optional.of(new Conduct(
                        reversed ? Optional.of(body.happened().plusHours(1)) : Optional.empty(),
                        Places.of("CN"),
                        Optional.empty())));
    }
}
