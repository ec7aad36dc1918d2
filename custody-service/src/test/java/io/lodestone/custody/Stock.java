package io.lodestone.custody;

import io.lodestone.evidence.digest.Base64Text;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.Completion.Completed;
import io.lodestone.evidence.provenance.DrawInput;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.Registration;
import io.lodestone.evidence.provenance.RegistrationResult.Registered;
import io.lodestone.evidence.provenance.TransformationDraw;
import io.lodestone.evidence.provenance.TransformationResult.Drawn;
import io.lodestone.evidence.provenance.WantedOutput;
import io.lodestone.evidence.quantity.DecimalText;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.AssayResult;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.CertificateIssued;
import io.lodestone.evidence.statement.CertificateIssued.Certified;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Output;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.Process;
import io.lodestone.evidence.statement.Site;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferAccepted.Weighed;
import io.lodestone.evidence.statement.TransferOffered;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lot with what a test needs to say something about it. */
public record Stock(PartyId party, LotRegistered registered, OriginVector vector) {

    private static final Digest NOT_YET = Digest.sha256(new byte[0]);

    /** A lot that is in the ledger. */
    public static Stock of(PartyId party) {
        Stock stock = unregistered(party, Ledger.aSite(party));
        Ledger.accepted(Ledger.submit(Ledger.registry(), Ledger.statement(party, stock.registered)));
        return stock;
    }

    public static Stock unregistered(PartyId party, Site site) {
        LotRegistered lot = Ledger.aDysprosiumOxideLot(site);
        return new Stock(party, lot, ((Registered) Registration.vector(lot.mass(), lot.material())).vector());
    }

    public LotId lot() {
        return registered.lot();
    }

    public Mass mass() {
        return registered.mass();
    }

    public Input uses(Mass consumed, long version) {
        return new Input(new LotVersion(lot(), version), consumed, Optional.empty(), vector);
    }

    /** So much of the lot, as it was registered, becomes these outputs; the last one is the rest. */
    public LotsTransformed split(Mass consumed, Mass... outputs) {
        List<WantedOutput> wanted = new java.util.ArrayList<>();
        for (Mass mass : outputs) {
            wanted.add(WantedOutput.share(io.lodestone.evidence.provenance.OutputKind.PRODUCT, mass));
        }
        wanted.add(WantedOutput.rest(io.lodestone.evidence.provenance.OutputKind.PRODUCT));
        var draw =
                new TransformationDraw(List.of(new DrawInput(vector, consumed)), Mass.ZERO, Optional.empty(), Map.of());
        return into(consumed, ((Completed) draw.complete(wanted)).outputs());
    }

    /** The same of that version of the lot. */
    public LotsTransformed at(long version, LotsTransformed body) {
        return with(body, List.of(uses(body.inputs().get(0).consumed(), version)), body.outputs());
    }

    public LotsTransformed into(Mass consumed, List<DrawOutput> outputs) {
        return transformed(registered.site(), List.of(uses(consumed, 1)), outputs);
    }

    /** Any transformation, with the vectors that follow where any do. */
    public LotsTransformed transformed(Site site, List<Input> inputs, List<DrawOutput> outputs) {
        List<Output> rough = outputs.stream().map(Stock::output).toList();
        LotsTransformed draft = new LotsTransformed(
                Process.CALCINATION,
                Optional.empty(),
                Places.of("CN"),
                site,
                inputs,
                rough,
                Mass.ZERO,
                registered.profiles(),
                Ledger.now());
        if (!(draft.draw() instanceof Drawn drawn)) {
            return draft;
        }
        List<Output> settled = java.util.stream.IntStream.range(0, rough.size())
                .mapToObj(i -> with(rough.get(i), drawn.outputs().get(i).digest()))
                .toList();
        return with(draft, inputs, settled);
    }

    public static LotsTransformed with(LotsTransformed body, List<Input> inputs, List<Output> outputs) {
        return new LotsTransformed(
                body.process(),
                body.step(),
                body.technology(),
                body.site(),
                inputs,
                outputs,
                body.openGain(),
                body.profiles(),
                body.happened());
    }

    private static Output output(DrawOutput drawn) {
        boolean lot = drawn.kind().isLot();
        return new Output(
                drawn.kind(),
                lot ? Optional.of(new LotId(Ledger.id())) : Optional.empty(),
                lot ? Optional.of(Form.OXIDE) : Optional.empty(),
                drawn.mass(),
                drawn.open(),
                drawn.elements(),
                NOT_YET);
    }

    private static Output with(Output output, Digest vector) {
        return new Output(
                output.kind(), output.lot(), output.form(), output.mass(), output.open(), output.elements(), vector);
    }

    public AssayRecorded assayed(long version) {
        return new AssayRecorded(
                new AssayId(Ledger.id()),
                new LotVersion(lot(), version),
                AssayRecorded.Basis.OXIDE,
                "ICP-OES",
                Optional.empty(),
                Optional.empty(),
                List.of(new AssayResult("Dy2O3", DecimalText.parse("0.995"), Optional.empty(), Optional.empty())),
                Ledger.now());
    }

    public CertificateIssued certified(Mass mass, long version, Digest ruleset) {
        return new CertificateIssued(
                new CertificateId(Ledger.id()),
                Digest.sha256(new byte[] {1}),
                Base64Text.encodeUrl(new byte[Digest.LENGTH]),
                List.of(new Certified(new LotVersion(lot(), version), mass, vector.digest())),
                "origin",
                ruleset);
    }

    public static TransferAccepted answer(TransferOffered offer, Mass weighed) {
        LotVersion offered = offer.lots().get(0).of();
        return new TransferAccepted(
                offer.transfer(),
                List.of(new Weighed(new LotVersion(offered.lot(), offered.version() + 1), weighed)),
                Ledger.now());
    }
}
