package io.lodestone.lots.transformation;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.provenance.OriginProfile.Recycled;
import io.lodestone.evidence.provenance.OriginStep;
import io.lodestone.evidence.provenance.Places;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Conduct;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.Process;
import io.lodestone.evidence.statement.WireTime;
import io.lodestone.lots.facility.EventTime;
import io.lodestone.lots.outbox.Fields;
import io.lodestone.lots.outbox.Inputs;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A transformation to be recorded.
 *
 * @param inputs sorted by lot, as the statement has them
 */
public record TransformationRequest(
        Process process,
        Optional<OriginStep.Kind> step,
        FacilityId facility,
        Optional<String> operatorName,
        Places ownership,
        Places technology,
        EventTime eventTime,
        List<WantedInput> inputs,
        List<AskedOutput> outputs,
        Mass openGain,
        Conduct conduct)
        implements Inputs {

    /** As many lots as one entry of the log can spend. */
    private static final int MAX_LOTS = 1_000;

    public TransformationRequest {
        inputs = inputs.stream().sorted(Comparator.comparing(WantedInput::lot)).toList();
        outputs = List.copyOf(outputs);
    }

    public static TransformationRequest read(Members in) {
        Process process = in.parsed("process", 32, Process::parse);
        TransformationRequest request = new TransformationRequest(
                process,
                in.optionalParsed("step", 16, OriginStep.Kind::parse).or(process::step),
                in.parsed("facility", 36, FacilityId::parse),
                in.optionalParsed("operatorName", Fields.NAME, Fields::name),
                Fields.places(in, "ownership"),
                Fields.places(in, "technology"),
                in.parsed("eventTime", EventTime.MAX, EventTime::parse),
                in.objects("inputs", MAX_LOTS, WantedInput::read),
                in.objects("outputs", MAX_LOTS, AskedOutput::read),
                in.optionalParsed("openGainKg", Fields.MASS, Fields::massOrZero).orElse(Mass.ZERO),
                new Conduct(
                        in.optionalParsed("started", 29, WireTime::zoned),
                        Fields.placesOrUnknown(in, "equipment"),
                        in.optionalParsed("recycled", 16, Recycled::parse)));
        request.check(in);
        return request;
    }

    private void check(Members in) {
        Set<LotId> seen = new HashSet<>();
        if (inputs.isEmpty() || !inputs.stream().map(WantedInput::lot).allMatch(seen::add)) {
            throw new FormatException(Fault.MALFORMED, in.path("inputs"), "names at least one lot, and each once");
        }
        if (outputs.isEmpty() || outputs.get(0).form().isEmpty()) {
            throw new FormatException(Fault.MALFORMED, in.path("outputs"), "the first output is a lot");
        }
        AskedOutput.checkDetailed(in, outputs);
    }

    @Override
    public List<LotId> lots() {
        return inputs.stream().map(WantedInput::lot).toList();
    }
}
