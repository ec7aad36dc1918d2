package io.lodestone.evidence.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.acceptance.Refusal.Code;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Origins;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.AssayRecorded.Rank;
import io.lodestone.evidence.statement.AssayResult;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.testing.History;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssayUncertaintyTest {

    private static final OriginProfile CHINESE = Origins.profile("CN", OriginStep.Kind.MINED);
    private static final OriginVector LOT = Origins.lot(1_000_000, Origins.byMass("Dy", 600_000, CHINESE));
    private static final Rank FINAL =
            new Rank(AssayRecorded.Stage.FINAL, AssayRecorded.Sampled.AS_IS, Optional.empty());

    private final History history = new History();
    private final LotId lot = history.freshLot();

    @BeforeEach
    void a_lot() {
        history.accept(new LotRegistered(
                lot,
                Form.OXIDE,
                LOT.total(),
                List.of(Origins.byMass("Dy", 600_000, CHINESE)),
                List.of(CHINESE),
                new Site("CN", history.plant, Optional.empty(), Places.of("CN")),
                LOT.digest(),
                History.happened()));
    }

    @ParameterizedTest
    @CsvSource({
        "0.6, 0.05, 2, true",
        "0.6, 0.050000001, 2, false",
        // k = 1 counts twice, k = 4 half
        "0.6, 0.025, 1, true",
        "0.6, 0.025000001, 1, false",
        "0.6, 0.1, 4, true",
        "0.001, 0.001, 2, true",
        "0.001, 0.001000001, 2, false",
        "0, 0, 2, true",
        "0, 0.000001, 2, false"
    })
    void it_is_neither_above_the_fraction_nor_above_five_points(
            String fraction, String uncertainty, String k, boolean stands) {
        AssayRecorded assay = assay(fraction, uncertainty, k, Optional.of(FINAL));
        if (stands) {
            history.accept(assay);
        } else {
            Refusal refusal = history.refused(history.party, assay);
            assertThat(refusal.code()).isEqualTo(Code.UNCERTAINTY_TOO_LARGE);
            assertThat(refusal.path()).isEqualTo("body.results[0].uncertainty");
        }
    }

    @Test
    void what_version_1_let_pass_is_accepted_in_a_replay_too() {
        history.accept(assay("0.001", "0.9", "2", Optional.empty()));
    }

    private AssayRecorded assay(String fraction, String uncertainty, String k, Optional<Rank> rank) {
        return new AssayRecorded(
                new AssayId(history.freshLot().value()),
                new LotVersion(lot, 1),
                AssayRecorded.Basis.METAL,
                "ICP-OES",
                Optional.empty(),
                Optional.empty(),
                List.of(new AssayResult(
                        "Dy",
                        DecimalText.parse(fraction),
                        Optional.of(DecimalText.parse(uncertainty)),
                        Optional.of(DecimalText.parse(k)))),
                History.happened(),
                rank);
    }
}
