package io.lodestone.evidence.witness;

import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.checkpoint.Checkpoint;
import io.lodestone.evidence.checkpoint.Cosignature;
import io.lodestone.evidence.checkpoint.NoteVerification;
import io.lodestone.evidence.checkpoint.NoteVerification.Rejected;
import io.lodestone.evidence.checkpoint.NoteVerification.Verified;
import io.lodestone.evidence.checkpoint.SignedNote;
import io.lodestone.evidence.checkpoint.VerifierKey;
import io.lodestone.evidence.checkpoint.WitnessKey;
import io.lodestone.evidence.witness.PolicyVerdict.Cosigned;
import io.lodestone.evidence.witness.PolicyVerdict.Met;
import io.lodestone.evidence.witness.PolicyVerdict.Shortfall;
import io.lodestone.evidence.witness.PolicyVerdict.Unmet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which witnesses must have cosigned a checkpoint (C2SP tlog-policy, {@code SPEC.md} section 21).
 *
 * <p>Every name is a member of one group at most, so a witness counts once.
 *
 * @param logs the logs it is for; empty where that follows from elsewhere
 * @param quorum the witness or group that must have cosigned; empty for {@code none}
 */
public record TlogPolicy(List<Log> logs, List<Witness> witnesses, List<Group> groups, Optional<String> quorum) {

    public static final int MAX_BYTES = 1 << 16;

    public TlogPolicy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
        groups = List.copyOf(groups);
    }

    public record Log(VerifierKey key, Optional<String> url) {}

    /** The name is the policy's own and need not be the key's. */
    public record Witness(String name, WitnessKey key, Optional<String> url) {}

    /** Cosigns as soon as so many of its members have. */
    public record Group(String name, int threshold, List<String> members) {

        public Group {
            members = List.copyOf(members);
        }
    }

    /** Reads a policy file; {@link FormatException} with the number of the line that is wrong. */
    public static TlogPolicy read(byte[] file) {
        return PolicyReader.read(file);
    }

    /** Judges a checkpoint of the log with this key: its signature, that the policy is for it, and the quorum. */
    public PolicyVerdict judge(SignedNote note, VerifierKey log) {
        if (Checkpoint.of(note, log) instanceof Rejected<Checkpoint> rejected) {
            return new PolicyVerdict.Rejected(rejected.detail());
        }
        if (!logs.isEmpty() && logs.stream().noneMatch(it -> it.key().equals(log))) {
            return new PolicyVerdict.Rejected("the policy does not name this log's key");
        }
        List<WitnessKey> keys = witnesses.stream().map(Witness::key).toList();
        NoteVerification<List<Cosignature>> read = Cosignature.on(note, keys);
        if (read instanceof Rejected<List<Cosignature>> rejected) {
            return new PolicyVerdict.Rejected(rejected.detail());
        }
        return judge(((Verified<List<Cosignature>>) read).value());
    }

    private PolicyVerdict judge(List<Cosignature> cosignatures) {
        List<Cosigned> by = new ArrayList<>();
        for (Witness witness : witnesses) {
            cosignatures.stream()
                    .filter(it -> it.witness().equals(witness.key()))
                    .forEach(it -> by.add(new Cosigned(witness.name(), it.time())));
        }
        Set<String> present = by.stream().map(Cosigned::witness).collect(Collectors.toSet());
        List<Shortfall> missing = new ArrayList<>();
        if (quorum.isPresent() && !holds(quorum.get(), present)) {
            explain(quorum.get(), present, missing);
            return new Unmet(quorum.get(), by, missing);
        }
        return new Met(quorum, by);
    }

    /** Ends: a group's members stand before it. */
    private boolean holds(String name, Set<String> present) {
        return group(name)
                .map(group -> count(group, present) >= group.threshold())
                .orElseGet(() -> present.contains(name));
    }

    private long count(Group group, Set<String> present) {
        return group.members().stream().filter(it -> holds(it, present)).count();
    }

    /** From the quorum down to the witnesses that would make up for it. */
    private void explain(String name, Set<String> present, List<Shortfall> into) {
        Optional<Group> found = group(name);
        if (found.isEmpty()) {
            if (into.isEmpty()) {
                into.add(new Shortfall(name, 1, 0, List.of(name)));
            }
            return;
        }
        Group group = found.get();
        List<String> absent =
                group.members().stream().filter(it -> !holds(it, present)).toList();
        into.add(new Shortfall(name, group.threshold(), group.members().size() - absent.size(), absent));
        absent.forEach(it -> explain(it, present, into));
    }

    private Optional<Group> group(String name) {
        return groups.stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
