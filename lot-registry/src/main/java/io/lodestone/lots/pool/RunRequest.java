package io.lodestone.lots.pool;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.outbox.Fields;
import io.lodestone.lots.transformation.AskedOutput;
import io.lodestone.lots.transformation.WantedInput;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What flowed into a pool and out of it. It happened at the facility of the pool.
 *
 * @param inputs sorted by lot, as the statement has them
 */
public record RunRequest(
        Optional<String> operatorName,
        Places ownership,
        Places technology,
        Places equipment,
        Optional<OffsetDateTime> started,
        OffsetDateTime eventTime,
        List<WantedInput> inputs,
        List<AskedOutput> outputs,
        Mass openGain) {

    /** As many new lots as one entry of the log can make. */
    private static final int MAX_OUTPUTS = 1_000;

    public RunRequest {
        inputs = inputs.stream().sorted(Comparator.comparing(WantedInput::lot)).toList();
        outputs = List.copyOf(outputs);
    }

    public static RunRequest read(Members in) {
        RunRequest request = new RunRequest(
                in.optionalParsed("operatorName", Fields.NAME, Fields::name),
                Fields.places(in, "ownership"),
                Fields.places(in, "technology"),
                Fields.places(in, "equipment"),
                in.optionalParsed("started", 29, WireTime::zoned),
                in.parsed("eventTime", 29, WireTime::zoned),
                in.objects("inputs", PoolRun.MAX_INPUTS, WantedInput::read),
                in.objects("outputs", MAX_OUTPUTS, AskedOutput::read),
                in.optionalParsed("openGainKg", Fields.MASS, Fields::massOrZero).orElse(Mass.ZERO));
        AskedOutput.checkDetailed(in, request.outputs);
        Set<LotId> seen = new HashSet<>();
        if (!request.lots().stream().allMatch(seen::add)) {
            throw new FormatException(Fault.MALFORMED, in.path("inputs"), "names a lot twice");
        }
        if (request.inputs.isEmpty() && request.outputs.isEmpty()) {
            throw new FormatException(Fault.MALFORMED, in.path("inputs"), "a run receives or withdraws something");
        }
        return request;
    }

    public List<LotId> lots() {
        return inputs.stream().map(WantedInput::lot).toList();
    }
}
