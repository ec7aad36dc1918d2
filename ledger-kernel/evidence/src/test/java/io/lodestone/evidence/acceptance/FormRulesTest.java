package io.lodestone.evidence.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.provenance.DrawInput;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.TransformationDraw;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Conduct;
import io.lodestone.evidence.statement.CustodyModel;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotDescription;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.Process;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.testing.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormRulesTest {

    private static final OriginProfile CHINESE = Origins.profile("CN", OriginStep.Kind.MINED);
    private static final OriginVector LOT = Origins.lot(1_000_000, Origins.byMass("Dy", 600_000, CHINESE));

    private final History history = new History();
    private final Site site = new Site("CN", history.plant, Optional.empty(), Places.of("CN"));

    @ParameterizedTest
    @CsvSource({
        "SPLIT, OXIDE, OXIDE, true",
        "SPLIT, OXIDE, METAL, false",
        "SPLIT, OXIDE, MIXED, false",
        "SPLIT, MIXED, OXIDE, false",
        "BLEND, OXIDE OXIDE, OXIDE, true",
        "BLEND, OXIDE OXIDE, MIXED, true",
        "BLEND, OXIDE OXIDE, METAL, false",
        "BLEND, OXIDE METAL, MIXED, true",
        "BLEND, OXIDE METAL, METAL, false",
        "CALCINATION, OXIDE, FLUORIDE, true"
    })
    void dividing_and_joining_keep_the_form(Process process, String inputs, Form made, boolean stands) {
        LotsTransformed body = transformed(process, Stream.of(inputs.split(" ")).map(Form::valueOf), made, true);
        if (stands) {
            history.accept(body);
            assertThat(history.lot(body.creates().get(0)).form()).isEqualTo(made);
        } else {
            Refusal refusal = history.refused(history.party, body);
            assertThat(refusal.code()).isEqualTo(Code.FORM_CHANGED);
            assertThat(refusal.path()).isEqualTo("body.outputs[0].form");
        }
    }

    @Test
    void what_version_1_let_pass_is_accepted_in_a_replay_too() {
        history.accept(transformed(Process.SPLIT, Stream.of(Form.OXIDE), Form.METAL, false));
    }

    private LotsTransformed transformed(Process process, Stream<Form> forms, Form made, boolean later) {
        List<Input> inputs = new ArrayList<>();
        List<DrawInput> drawn = new ArrayList<>();
        forms.forEach(form -> {
            inputs.add(new Input(new LotVersion(lot(form), 1), LOT.total(), Optional.empty(), LOT));
            drawn.add(new DrawInput(LOT, LOT.total()));
        });
        Mass mass = new Mass(LOT.total().micrograms() * inputs.size());
        TransformationDraw draw =
                new TransformationDraw(drawn, Mass.ZERO, Optional.empty(), Origins.known(CHINESE), Optional.empty());
        Mass open = new Mass(LOT.open().micrograms() * inputs.size());
        Drawn result = Origins.drawn(draw, List.of(DrawOutput.of(OutputKind.PRODUCT, mass, open)));
        Output output = new Output(
                OutputKind.PRODUCT,
                Optional.of(history.freshLot()),
                Optional.of(made),
                mass,
                open,
                Optional.empty(),
                result.outputs().get(0).digest(),
                later ? Optional.of(description()) : Optional.empty(),
                List.of());
        return new LotsTransformed(
                process,
                Optional.empty(),
                Places.of("CN"),
                site,
                inputs,
                List.of(output),
                Mass.ZERO,
                List.of(CHINESE),
                History.happened(),
                later
                        ? Optional.of(new Conduct(Optional.empty(), Places.of("CN"), Optional.empty()))
                        : Optional.empty());
    }

    private LotId lot(Form form) {
        LotId lot = history.freshLot();
        history.accept(new LotRegistered(
                lot,
                form,
                LOT.total(),
                List.of(Origins.byMass("Dy", 600_000, CHINESE)),
                List.of(CHINESE),
                site,
                LOT.digest(),
                History.happened()));
        return lot;
    }

    private static LotDescription description() {
        return new LotDescription(
                CustodyModel.SEGREGATED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
