package io.lodestone.evidence.testing;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.signature.DetachedJws;
import io.lodestone.evidence.signature.Thumbprint;
import io.lodestone.evidence.statement.AcceptanceRecord;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.Entry;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyKeyAdded;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.Salt;
import io.lodestone.evidence.statement.SigningRequired;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.StatementId;
import io.lodestone.evidence.statement.Uuid7;
import io.lodestone.evidence.statement.WireTime;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A log of statements that a party signs once it requires that, with its public files. */
public final class SignedHistory {

    public static final TestKey KEY = TestKey.p256("the party's");

    private static final Instant BEGAN = Instant.parse("2026-11-22T07:30:00.000Z");
    private static final PartyId REGISTRAR = new PartyId(id(1));
    private static final PartyId PARTY = new PartyId(id(2));

    /** What was accepted, as custody keeps it. */
    public record Accepted(Statement statement, AcceptanceRecord record, Optional<DetachedJws> signature) {

        public static Accepted of(Statement statement, Optional<DetachedJws> signature) {
            return new Accepted(
                    statement,
                    new AcceptanceRecord(
                            signature.map(DetachedJws::key).map(Thumbprint::toString),
                            List.of(),
                            Salt.of(new byte[Salt.LENGTH]),
                            signature.map(DetachedJws::digest),
                            statement.digest()),
                    signature);
        }

        public byte[] item(long index) {
            return CanonicalJson.bytes(Json.object()
                    .put("annexes", Json.array(List.of()))
                    .put("index", index)
                    .put("record", record.json())
                    .put("statement", statement.json())
                    .put("time", WireTime.text(BEGAN.plusMillis(index)))
                    .with(signature, (out, jws) -> out.putWire("signature", jws))
                    .build());
        }
    }

    private final List<Accepted> accepted = new ArrayList<>();

    /** A registrar, a party with a key that requires to be used, and so many facilities stated under it. */
    public SignedHistory(int facilities) {
        add(REGISTRAR, new PartyRegistered("CH", REGISTRAR), false);
        add(REGISTRAR, new PartyRegistered("CN", PARTY), false);
        Instant until = BEGAN.plus(Duration.ofDays(300));
        add(PARTY, new PartyKeyAdded(PARTY, KEY.key(), "press shop", BEGAN, until), false);
        add(PARTY, new SigningRequired(true), true);
        for (int i = 0; i < facilities; i++) {
            add(PARTY, new FacilityRegistered("CN", new FacilityId(id(10_000 + i))), true);
        }
    }

    private static Uuid7 id(int number) {
        return Uuid7.of(1, ByteBuffer.allocate(10).putInt(6, number).array());
    }

    private void add(PartyId actor, Body body, boolean signed) {
        Salt salt = Salt.of(new byte[Salt.LENGTH]);
        StatementId id = new StatementId(id(100 + accepted.size()));
        Statement statement = new Statement(actor, List.of(), body, id, ArchivedLog.ORIGIN, salt, BEGAN);
        accepted.add(Accepted.of(statement, signed ? Optional.of(KEY.sign(statement)) : Optional.empty()));
    }

    /** The statement at each place but the first, from 1. */
    public List<Accepted> accepted() {
        return new ArrayList<>(accepted);
    }

    /** The log in which these are. */
    public static ArchivedLog log(List<Accepted> accepted) {
        ArchivedLog log = new ArchivedLog("signed");
        log.append(Entry.genesis("development", ArchivedLog.ORIGIN, BEGAN));
        for (Accepted one : accepted) {
            Digest record = one.record().digest();
            Instant time = BEGAN.plusMillis(accepted.indexOf(one) + 1L);
            log.append(Entry.next(ArchivedLog.ORIGIN, log.lastLeaf(), record, List.of(), time));
        }
        return log;
    }
}
