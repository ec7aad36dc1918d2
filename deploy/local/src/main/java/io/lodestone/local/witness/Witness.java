package io.lodestone.local.witness;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.checkpoint.Cosignature;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.witness.AddCheckpoint;
import io.lodestone.evidence.witness.Seen;
import io.lodestone.evidence.witness.WitnessDecision;
import io.lodestone.evidence.witness.WitnessVerdict;
import io.lodestone.evidence.witness.WitnessVerdict.Cosigns;
import io.lodestone.evidence.witness.WitnessVerdict.Reason;
import io.lodestone.evidence.witness.WitnessVerdict.Refuses;
import io.lodestone.local.host.LaunchException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cosigns what continues the checkpoint it cosigned last, one request after another, and keeps it before it answers: so
 * two requests at once never get cosignatures on two roots of one size, nor does one after a crash.
 */
public final class Witness {

    static final String TEXT = "text/plain; charset=utf-8";
    static final String SIZE = "text/x.tlog.size";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final WitnessFolder folder;
    private final WitnessSigner signer;
    private final Clock clock;
    private final Map<String, VerifierKey> logs = new HashMap<>();
    private final Map<String, Seen> seen = new HashMap<>();

    /** What is said over HTTP. */
    public record Answer(int status, String type, String body) {}

    /** Refuses to begin where what it kept of a log is damaged, or two keys are of one log. */
    public Witness(WitnessFolder folder, WitnessSigner signer, List<VerifierKey> logs, Clock clock) {
        this.folder = folder;
        this.signer = signer;
        this.clock = clock;
        for (VerifierKey log : logs) {
            if (this.logs.put(log.name(), log) != null) {
                throw new LaunchException("two keys are of the log " + log.name());
            }
            seen.put(log.name(), folder.seen(log, signer.key()));
        }
    }

    public synchronized Answer add(byte[] body) {
        AddCheckpoint request;
        try {
            request = AddCheckpoint.parse(body);
        } catch (FormatException e) {
            return new Answer(Reason.MALFORMED.status(), TEXT, e.reason() + "\n");
        }
        String origin = request.origin();
        Seen last = seen.getOrDefault(origin, Seen.NOTHING);
        Optional<VerifierKey> log = Optional.ofNullable(logs.get(origin));
        WitnessVerdict verdict = WitnessDecision.on(request, log, last);
        return verdict instanceof Cosigns cosigns
                ? cosigned(request, log.orElseThrow(), Seen.of(cosigns.checkpoint()))
                : refused((Refuses) verdict, last);
    }

    private Answer cosigned(AddCheckpoint request, VerifierKey log, Seen next) {
        Cosignature cosignature = signer.cosign(request.note(), clock.instant());
        try {
            // Only the log's own line is kept beside ours: others were not looked at.
            folder.keep(request.origin(), request.note().only(log).with(List.of(cosignature.line())));
        } catch (LaunchException e) {
            return new Answer(UNAVAILABLE, TEXT, "what would be cosigned cannot be kept\n");
        }
        seen.put(request.origin(), next);
        return new Answer(OK, TEXT, cosignature.line() + "\n");
    }

    private static Answer refused(Refuses refuses, Seen last) {
        int status = refuses.reason().status();
        return refuses.reason() == Reason.OTHER_SIZE
                ? new Answer(status, SIZE, last.size() + "\n")
                : new Answer(status, TEXT, refuses.detail() + "\n");
    }

    /** For monitors: the checkpoint cosigned last of the log whose origin has this digest. */
    public Optional<String> checkpoint(String hex) {
        return logs.keySet().stream()
                .filter(origin -> WitnessFolder.nameOf(origin).equals(hex))
                .findFirst()
                .flatMap(folder::note);
    }
}
