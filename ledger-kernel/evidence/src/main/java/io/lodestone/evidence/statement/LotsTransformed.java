package io.lodestone.evidence.statement;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.DrawInput;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.TransformationDraw;
import io.lodestone.evidence.provenance.TransformationResult;
import io.lodestone.evidence.quantity.Mass;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Material of some lots becomes other lots and losses. Everything a replay needs is here: the remaining vector of each
 * input, the profiles it names, and what was made.
 *
 * @param step the origin step that is added to what was made; empty for one that is not such a step (machining, a split)
 * @param technology whose know-how was used
 * @param openGain open mass that came from outside the ledger: oxygen, a coating
 * @param conduct stated from version 2 on
 */
public record LotsTransformed(
        Process process,
        Optional<OriginStep.Kind> step,
        Places technology,
        Site site,
        List<Input> inputs,
        List<Output> outputs,
        Mass openGain,
        List<OriginProfile> profiles,
        OffsetDateTime happened,
        Optional<Conduct> conduct)
        implements Body {

    /** Version 1, which says nothing of how it was carried out. */
    public LotsTransformed(
            Process process,
            Optional<OriginStep.Kind> step,
            Places technology,
            Site site,
            List<Input> inputs,
            List<Output> outputs,
            Mass openGain,
            List<OriginProfile> profiles,
            OffsetDateTime happened) {
        this(process, step, technology, site, inputs, outputs, openGain, profiles, happened, Optional.empty());
    }

    static LotsTransformed read(Members in, long version) {
        List<Input> inputs = Formats.notEmpty(
                in.path("inputs"), in.objects("inputs", Formats.MAX_LOTS, each -> Input.read(each, version)));
        Formats.sorted(in.path("inputs"), inputs, Input::lot);
        List<Output> outputs = Formats.notEmpty(
                in.path("outputs"), in.objects("outputs", Formats.MAX_LOTS, each -> Output.read(each, version)));
        checkOutputs(in.path("outputs"), outputs);
        return new LotsTransformed(
                in.parsed("process", 32, Process::parse),
                in.nullableParsed("step", 16, OriginStep.Kind::parse),
                Places.read(in, "technology"),
                Site.read(in),
                inputs,
                outputs,
                in.parsed("openGainUg", 19, Mass::parse),
                Formats.profiles(in),
                in.parsed("eventTime", 29, WireTime::zoned),
                version > 1 ? Optional.of(Conduct.read(in)) : Optional.empty());
    }

    private static void checkOutputs(String path, List<Output> outputs) {
        Formats.different(path, outputs.stream().flatMap(o -> o.lot().stream()).toList());
        for (Output output : outputs.subList(0, outputs.size() - 1)) {
            if (output.lot().isEmpty()) {
                throw new FormatException(Fault.MALFORMED, path, "a loss stands last, and only once");
            }
        }
        if (outputs.get(0).lot().isEmpty()) {
            throw new FormatException(Fault.MALFORMED, path, "a transformation makes at least one lot");
        }
    }

    /** The step that is appended to the profiles of every lot made here. */
    public Optional<OriginStep> appended() {
        return step.map(
                kind -> new OriginStep(kind, Places.of(site.country()), site.operator(), site.ownership(), technology));
    }

    /** Runs the draw of this transformation from what the statement itself carries. */
    public TransformationResult draw() {
        return drawing()
                .draw(outputs.stream()
                        .map(o -> new DrawOutput(o.kind(), o.mass(), o.open(), o.elements()))
                        .toList());
    }

    private TransformationDraw drawing() {
        Map<Digest, OriginProfile> byDigest =
                profiles.stream().collect(Collectors.toMap(OriginProfile::digest, Function.identity()));
        List<DrawInput> drawn = inputs.stream()
                .map(input -> new DrawInput(input.vector(), input.consumed()))
                .toList();
        return new TransformationDraw(drawn, openGain, appended(), byDigest, conduct.flatMap(Conduct::recycled));
    }

    @Override
    public Kind kind() {
        return Kind.LOTS_TRANSFORMED;
    }

    @Override
    public long version() {
        return conduct.isPresent() ? 2 : 1;
    }

    @Override
    public Optional<OffsetDateTime> eventTime() {
        return Optional.of(happened);
    }

    @Override
    public List<LotVersion> spends() {
        return inputs.stream().map(Input::of).toList();
    }

    @Override
    public List<LotId> creates() {
        return outputs.stream().flatMap(output -> output.lot().stream()).toList();
    }

    @Override
    public JsonObject json() {
        return site.putInto(Json.object())
                .with(conduct, (out, stated) -> stated.putInto(out))
                .put("eventTime", WireTime.text(happened))
                .put("inputs", inputs, input -> input.json(version()))
                .putWire("openGainUg", openGain)
                .put("outputs", outputs, output -> output.json(version()))
                .put("process", process.wire())
                .put("profiles", profiles, OriginProfile::json)
                .putWire("step", step.map(OriginStep.Kind::wire))
                .put("technology", technology.json())
                .build();
    }
}
