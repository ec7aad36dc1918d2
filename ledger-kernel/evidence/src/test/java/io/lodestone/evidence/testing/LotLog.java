package io.lodestone.evidence.testing;

import io.lodestone.evidence.certificate.Genesis;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.history.LotHistory;
import io.lodestone.evidence.history.MadeVersion;
import io.lodestone.evidence.merkle.InclusionProof;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.AcceptanceRecord.LotLink;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.SpendSecret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lots whose versions are entered in a log, with their histories. */
public final class LotLog {

    public static final LotId LOT = LotId.parse("01a20229-6cd8-7b3f-8a4c-5d6e7f801122");
    public static final LotId OTHER = LotId.parse("01a20229-6cd8-7b3f-8a4c-5d6e7f801133");

    private final ArchivedLog log;
    private final Map<LotId, State> states;
    private final List<Made> made;

    /** A version, its place, and the secret that was spent for it. */
    public record Made(LotId lot, int index, Entry entry, AcceptanceRecord record, Optional<SpendSecret> spent) {}

    private record State(long version, Digest record, SpendSecret secret) {}

    public LotLog(ArchivedLog log) {
        this(log, new HashMap<>(), new ArrayList<>());
    }

    private LotLog(ArchivedLog log, Map<LotId, State> states, List<Made> made) {
        this.log = log;
        this.states = states;
        this.made = made;
    }

    /** The ledger as it stands, kept twice from now on; the copy enters in that log. */
    public LotLog copy(ArchivedLog into) {
        return new LotLog(into, new HashMap<>(states), new ArrayList<>(made));
    }

    /** One statement that touches these lots, named so that another one differs. */
    public void state(String name, LotId... lots) {
        List<LotLink> links = new ArrayList<>();
        List<Digest> nullifiers = new ArrayList<>();
        Map<LotId, State> after = new HashMap<>();
        for (LotId lot : Arrays.stream(lots).sorted().toList()) {
            Optional<State> before = Optional.ofNullable(states.get(lot));
            before.ifPresent(state -> nullifiers.add(state.secret().nullifier()));
            SpendSecret secret =
                    SpendSecret.of(lot, digest(name + lot + "secret").bytes());
            long version = before.map(State::version).orElse(0L) + 1;
            links.add(new LotLink(new LotVersion(lot, version), before.map(State::record), secret.spendKey()));
            after.put(lot, new State(version, digest(""), secret));
        }
        AcceptanceRecord record = new AcceptanceRecord(
                Optional.empty(), links, Salt.of(new byte[Salt.LENGTH]), Optional.empty(), digest(name));
        int index = log.size();
        Entry entry = Entry.next(
                ArchivedLog.ORIGIN,
                log.lastLeaf(),
                record.digest(),
                nullifiers,
                log.next(List.of()).time());
        log.append(entry);
        for (LotId lot : lots) {
            Optional<SpendSecret> spent = Optional.ofNullable(states.get(lot)).map(State::secret);
            made.add(new Made(lot, index, entry, record, spent));
            State next = after.get(lot);
            states.put(lot, new State(next.version(), record.digest(), next.secret()));
        }
    }

    /** The secret of the lot's last version, which its holder has. */
    public SpendSecret secret(LotId lot) {
        return Optional.ofNullable(states.get(lot)).orElseThrow().secret();
    }

    public List<Made> versions(LotId lot) {
        return made.stream().filter(it -> it.lot().equals(lot)).toList();
    }

    /** Over the log as it stands. */
    public LotHistory history(LotId lot) {
        return new LotHistory(
                log.note().toString(),
                new Genesis(log.entry(0), log.inclusion(0).path()),
                lot,
                versions(lot).stream().map(this::version).toList());
    }

    private MadeVersion version(Made it) {
        InclusionProof proof = log.inclusion(it.index());
        return new MadeVersion(it.entry(), proof, it.record(), it.spent());
    }

    private static Digest digest(String name) {
        return Digest.sha256(name.getBytes(StandardCharsets.UTF_8));
    }
}
