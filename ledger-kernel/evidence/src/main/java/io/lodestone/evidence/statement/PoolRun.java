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
import io.lodestone.evidence.provenance.OriginVector;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.provenance.PoolDraw;
import io.lodestone.evidence.provenance.PoolResult;
import io.lodestone.evidence.provenance.Redraw;
import io.lodestone.evidence.provenance.Redrawn;
import io.lodestone.evidence.quantity.Mass;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Material flows into a pool and out of it. Everything a replay needs is here: what the pool held, the remaining vector
 * of each input, the profiles of all of them, and what was withdrawn.
 *
 * @param inputs receipts; may be empty where something is withdrawn
 * @param outputs withdrawals and at most one trailing loss; may be empty where something is received
 * @param openGain open mass that came from outside the ledger
 * @param conduct how it was carried out; nothing is recycled by it
 * @param rest digest of what the pool holds afterwards
 */
public record PoolRun(
        PoolState before,
        List<Input> inputs,
        List<Output> outputs,
        Mass openGain,
        List<OriginProfile> profiles,
        Site site,
        Places technology,
        Conduct conduct,
        OffsetDateTime happened,
        Digest rest)
        implements Body, Drawing {

    /** The pool is spent too, and an entry of the log shows at most 1,000 spends. */
    public static final int MAX_INPUTS = Formats.MAX_LOTS - 1;

    /** Inputs and outputs are written as version 2 of a transformation writes them. */
    private static final long LOTS_VERSION = 2;

    public PoolRun {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    static PoolRun read(Members in) {
        List<Input> inputs = in.objects("inputs", MAX_INPUTS, each -> Input.read(each, LOTS_VERSION));
        Formats.sorted(in.path("inputs"), inputs, Input::lot);
        List<Output> outputs = in.objects("outputs", Formats.MAX_LOTS, each -> Output.read(each, LOTS_VERSION));
        Formats.different(
                in.path("outputs"),
                outputs.stream().flatMap(o -> o.lot().stream()).toList());
        for (int i = 0; i < outputs.size() - 1; i++) {
            if (outputs.get(i).lot().isEmpty()) {
                throw new FormatException(Fault.MALFORMED, in.path("outputs"), "a loss stands last, and only once");
            }
        }
        if (inputs.isEmpty() && outputs.isEmpty()) {
            throw new FormatException(Fault.MALFORMED, in.path("inputs"), "a run receives or withdraws something");
        }
        return new PoolRun(
                PoolState.read(in),
                inputs,
                outputs,
                in.parsed("openGainUg", 19, Mass::parse),
                Formats.profiles(in),
                Site.read(in),
                Places.read(in, "technology"),
                Conduct.readWithoutRecycled(in),
                in.parsed("eventTime", 29, WireTime::zoned),
                in.parsed("rest", 44, Digest::parse));
    }

    /** The step that is appended to the profiles of every lot withdrawn here. */
    public OriginStep appended() {
        return new OriginStep(
                OriginStep.Kind.SEPARATED, Places.of(site.country()), site.operator(), site.ownership(), technology);
    }

    /** Runs the draw of this run from what the statement itself carries. */
    public PoolResult draw() {
        Map<Digest, OriginProfile> byDigest =
                profiles.stream().collect(Collectors.toMap(OriginProfile::digest, Function.identity()));
        List<DrawInput> receipts = inputs.stream()
                .map(input -> new DrawInput(input.vector(), input.consumed()))
                .toList();
        return new PoolDraw(before.vector(), receipts, openGain, Optional.of(appended()), byDigest)
                .run(outputs.stream()
                        .map(o -> new DrawOutput(o.kind(), o.mass(), o.open(), o.elements()))
                        .toList());
    }

    /** Only what its lots keep: what a pool has received stays as received, for it cannot be told apart there. */
    @Override
    public Redrawn redraw(
            Optional<Replacement.OfTransformation> replacement,
            List<OriginVector> held,
            Map<Digest, OriginProfile> named) {
        List<DrawInput> drawn = new ArrayList<>(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            drawn.add(new DrawInput(held.get(i), inputs.get(i).consumed()));
        }
        return Redraw.ofReceipts(drawn);
    }

    @Override
    public List<LotsRecomputed.Remade> remade(Redrawn redrawn) {
        return List.of();
    }

    @Override
    public Kind kind() {
        return Kind.POOL_RUN;
    }

    @Override
    public Optional<OffsetDateTime> eventTime() {
        return Optional.of(happened);
    }

    @Override
    public List<LotVersion> spends() {
        return Stream.concat(Stream.of(before.of()), inputs.stream().map(Input::of))
                .sorted(Comparator.comparing(LotVersion::lot))
                .toList();
    }

    @Override
    public List<LotId> creates() {
        return outputs.stream().flatMap(output -> output.lot().stream()).toList();
    }

    @Override
    public JsonObject json() {
        return conduct.putIntoWithoutRecycled(before.putInto(site.putInto(Json.object())))
                .put("eventTime", WireTime.text(happened))
                .put("inputs", inputs, input -> input.json(LOTS_VERSION))
                .putWire("openGainUg", openGain)
                .put("outputs", outputs, output -> output.json(LOTS_VERSION))
                .put("profiles", profiles, OriginProfile::json)
                .putWire("rest", rest)
                .put("technology", technology.json())
                .build();
    }
}
