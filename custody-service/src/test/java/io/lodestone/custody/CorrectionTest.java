package io.lodestone.custody;

import static io.lodestone.custody.Corrected.KG;
import static io.lodestone.custody.Corrected.replacing;
import static io.lodestone.custody.Corrected.voiding;
import static io.lodestone.custody.Ledger.accepted;
import static io.lodestone.custody.Ledger.anOffer;
import static io.lodestone.custody.Ledger.bearer;
import static io.lodestone.custody.Ledger.registry;
import static io.lodestone.custody.Ledger.statement;
import static io.lodestone.custody.Ledger.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.lodestone.evidence.acceptance.Holding;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.TransformationResult;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Replacement.OfTransformation;
import io.lodestone.evidence.statement.RulesetPublished;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.TransferOffered;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CorrectionTest {

    private PartyId party = Ledger.REGISTRAR;
    private PartyId other = Ledger.REGISTRAR;

    @BeforeEach
    void two_parties() {
        party = Ledger.aParty();
        other = Ledger.aParty();
    }

    @Test
    void a_touched_lot_is_used_for_nothing_until_it_is_computed_again() {
        Corrected lot = Corrected.of(party);
        Corrected offered = Corrected.of(party);
        TransferOffered offer = anOffer(offered.stock().lot(), 1, other);
        accepted(submit(bearer(party), statement(party, offer)));
        RulesetPublished ruleset = KindsTest.aRuleset();
        accepted(submit(Ledger.certificates(), statement(Ledger.REGISTRAR, ruleset)));
        Mass half = new Mass(13_000_000_000L);

        lot.accept(lot.weighing(half));
        offered.accept(offered.weighing(half));

        pending(submit(registry(), statement(party, lot.stock().assayed(1))));
        pending(submit(registry(), statement(party, lot.stock().split(KG))));
        pending(submit(bearer(party), statement(party, anOffer(lot.stock().lot(), 1, other))));
        pending(submit(bearer(other), statement(other, Stock.answer(offer, Ledger.LOT_MASS))));
        pending(submit(Ledger.certificates(), statement(party, lot.stock().certified(KG, 1, ruleset.ruleset()))));
        pending(submit(registry(), statement(party, voiding(lot.registration(), lot.at(1)))));

        Auditor auditor = new Auditor().finish();
        auditor.agreesOn(lot.stock().lot());
        auditor.agreesOn(offered.stock().lot());
        assertThat(auditor.lot(offered.stock().lot()).state()).isEqualTo(Holding.State.OFFERED);
        assertThat(auditor.lot(lot.stock().lot()).remaining()).isEqualTo(half);
        accepted(submit(registry(), statement(party, lot.stock().assayed(2))));
    }

    private static void pending(Response response) {
        response.then().statusCode(409).body("type", equalTo("https://lodestone.example/problems/correction-pending"));
    }

    @Test
    void a_diamond_is_marked_at_once_and_computed_again_in_log_order() {
        Corrected root = Corrected.of(party);
        LotsTransformed parts = root.stock().split(root.stock().mass(), new Mass(9_000_000_000L));
        root.accept(parts);
        LotsTransformed joined = joined(root, parts);
        root.accept(joined);

        root.accept(root.weighing(new Mass(20_000_000_000L)));
        Auditor auditor = new Auditor().replay();
        Stream.concat(parts.creates().stream(), joined.creates().stream())
                .forEach(lot -> assertThat(auditor.lot(lot).stale()).isTrue());
        joined.creates().forEach(auditor::agreesOn);

        // One step a statement: each is decided over what the one before it left.
        for (Optional<Statement> part = auditor.next(1); part.isPresent(); part = auditor.next(1)) {
            accepted(submit(registry(), part.get()));
        }
        Stream.concat(parts.creates().stream(), joined.creates().stream()).forEach(auditor::agreesOn);
        auditor.agreesOn(root.stock().lot());
        assertThat(auditor.lot(root.stock().lot()).deficit()).isEqualTo(new Mass(7_107_000_000L));
    }

    private LotsTransformed joined(Corrected root, LotsTransformed parts) {
        List<Input> inputs = parts.outputs().stream()
                .map(output -> new Input(
                        new LotVersion(output.lot().orElseThrow(), 1),
                        output.mass(),
                        Optional.empty(),
                        drawn(parts, output.lot().orElseThrow())))
                .sorted(Comparator.comparing(Input::lot))
                .toList();
        var all = new DrawOutput(
                OutputKind.PRODUCT, root.stock().mass(), root.stock().vector().open(), Optional.empty());
        return root.stock().transformed(root.stock().registered().site(), inputs, List.of(all));
    }

    private static OriginVector drawn(LotsTransformed made, LotId lot) {
        var result = (TransformationResult.Drawn) made.draw();
        return result.outputs().get(made.creates().indexOf(lot));
    }

    @Test
    void a_transformation_that_took_more_than_there_was_blocks_its_input() {
        Corrected lot = Corrected.of(party);
        LotsTransformed split = lot.stock().split(KG);
        Statement made = lot.accept(split);
        Mass more = lot.stock().mass().plus(KG);
        LotId part = split.creates().get(0);

        lot.accept(replacing(
                made,
                new OfTransformation(
                        List.of(new OfTransformation.Consumed(lot.stock().lot(), more)),
                        Mass.ZERO,
                        List.of(new OfTransformation.Made(Optional.empty(), more, Mass.ZERO)))));
        Auditor auditor = new Auditor().finish();

        Holding blocked = auditor.lot(lot.stock().lot());
        assertThat(blocked.state()).isEqualTo(Holding.State.BLOCKED);
        assertThat(blocked.deficit()).isEqualTo(KG);
        auditor.agreesOn(lot.stock().lot());
        auditor.agreesOn(part);
        assertThat(auditor.lot(part).remaining()).isEqualTo(more);
        submit(registry(), statement(party, lot.stock().assayed(3)))
                .then()
                .statusCode(409)
                .body("type", equalTo("https://lodestone.example/problems/lot-blocked"));

        // A second correction of the same statement counts instead of the first, and the lot is whole again.
        lot.accept(replacing(
                made,
                new OfTransformation(
                        List.of(new OfTransformation.Consumed(lot.stock().lot(), KG)),
                        Mass.ZERO,
                        List.of(new OfTransformation.Made(
                                Optional.empty(), KG, split.outputs().get(0).open())))));
        auditor.finish();
        assertThat(auditor.lot(lot.stock().lot()).state()).isEqualTo(Holding.State.HELD);
        assertThat(auditor.lot(part).vector()).isEqualTo(split.outputs().get(0).vector());
        auditor.agreesOn(lot.stock().lot());
        auditor.agreesOn(part);
    }

    @Test
    void what_nothing_refers_to_can_be_void_and_gives_its_inputs_back() {
        Corrected lot = Corrected.of(party);
        LotsTransformed split = lot.stock().split(KG);
        Statement made = lot.accept(split);
        LotId part = split.creates().get(0);
        LotVersion[] both = Stream.of(lot.at(2), new LotVersion(part, 1))
                .sorted(Comparator.comparing(LotVersion::lot))
                .toArray(LotVersion[]::new);

        lot.accept(voiding(made, both));

        Auditor auditor = new Auditor().replay();
        assertThat(auditor.lot(part).state()).isEqualTo(Holding.State.VOIDED);
        assertThat(auditor.lot(lot.stock().lot()).vector())
                .isEqualTo(lot.stock().vector().digest());
        auditor.agreesOn(part);
        auditor.agreesOn(lot.stock().lot());
        submit(registry(), statement(party, voiding(made, both)))
                .then()
                .statusCode(409)
                .body("type", equalTo("https://lodestone.example/problems/lot-voided"));
        // What is void is not reached by a correction of what it came from.
        lot.accept(lot.weighing(KG));
        assertThat(auditor.replay().lot(part).stale()).isFalse();
        auditor.finish().agreesOn(part);
    }

    @Test
    void only_the_registry_submits_corrections_and_only_the_registrar_states_what_follows() {
        Corrected lot = Corrected.of(party);
        submit(bearer(party), statement(party, lot.weighing(KG))).then().statusCode(403);
        lot.accept(lot.weighing(KG));
        Auditor auditor = new Auditor();
        Statement part = auditor.next(1).orElseThrow();
        submit(registry(), statement(party, part.body()))
                .then()
                .statusCode(422)
                .body("type", equalTo("https://lodestone.example/problems/not-registrar"));
        auditor.finish();
    }
}
