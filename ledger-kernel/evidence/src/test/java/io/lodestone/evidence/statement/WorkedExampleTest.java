package io.lodestone.evidence.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.digest.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two statements of one lot, to the byte: record, chain, nullifier and entries as SPEC.md shows them. */
class WorkedExampleTest {

    private static final String LOG = "local.lodestone.example/log-4f1d9c20";
    private static final LotId LOT = LotId.parse("01a20229-6cd8-7b3f-8a4c-5d6e7f801122");
    private static final SpendSecret SECRET = new SpendSecret(LOT, "QTppk2isoN1iRwRYm4uPqKPjBUSSwZCwuw2ht2M9DUk=");

    private static final AcceptanceRecord FIRST = new AcceptanceRecord(
            Optional.empty(),
            List.of(new AcceptanceRecord.LotLink(new LotVersion(LOT, 1), Optional.empty(), SECRET.spendKey())),
            new Salt("+C9vSgSHeK9Tnwf5TGOQJA=="),
            Optional.empty(),
            Digest.parse("iSKuPFEqrnIsPvzIW4sS6lQd/bsZHScdMFunmZLQbIM="));

    private static final AcceptanceRecord SECOND = new AcceptanceRecord(
            Optional.empty(),
            List.of(new AcceptanceRecord.LotLink(
                    new LotVersion(LOT, 2),
                    Optional.of(FIRST.digest()),
                    Digest.parse("WvbudyNEvOl1pA9CkaJGv9DEexJwqIfF8noJj8amzcs="))),
            new Salt("BcLsgzRbbrVXj+f/rKs9Zg=="),
            Optional.empty(),
            Digest.parse("830mRfrT5+H4b67OQpPqkC5AUU/N9gr2WL/Uu8h50U4="));

    @Test
    void record_commits_to_the_next_spend() {
        assertThat(SECRET.spendKey()).hasToString("CK9vWSZTDo9U0NFUCV7gyenxBDa6gGvg6N4p6qp7w4o=");
        assertThat(CanonicalJson.bytes(FIRST.json())).hasSize(309);
        assertThat(FIRST.digest()).hasToString("syBfxO1vQ2shijG4KLFpA1LjFcTZSmyzYvEe3odyE4E=");
    }

    @Test
    void second_record_continues_the_chain_of_the_lot() {
        assertThat(CanonicalJson.bytes(SECOND.json())).hasSize(351);
        assertThat(SECOND.digest()).hasToString("gjSefP06tWIu0dpdMtYSjC4pbpXC09iuC4dbMrIPnFM=");
        assertThat(AcceptanceRecord.read(SECOND.json(), "")).isEqualTo(SECOND);
    }

    @Test
    void nullifier_differs_from_the_spend_key_of_the_same_secret() {
        assertThat(SECRET.nullifier()).hasToString("gz6MrU/TZyD5o0B7cw/TzC569Dh1bLNxRpOZxRsW+8U=");
    }

    @Test
    void entries_are_chained_by_leaf_hash() {
        Entry zero = Entry.genesis("development", LOG, Instant.parse("2026-11-22T07:29:58.000Z"));
        Entry one =
                Entry.next(LOG, zero.leafHash(), FIRST.digest(), List.of(), Instant.parse("2026-11-22T07:30:00.120Z"));
        Entry two = Entry.next(
                LOG,
                one.leafHash(),
                SECOND.digest(),
                List.of(SECRET.nullifier()),
                Instant.parse("2026-11-22T07:31:00.057Z"));
        assertThat(List.of(zero.bytes().length, one.bytes().length, two.bytes().length))
                .containsExactly(191, 247, 293);
        assertThat(zero.leafHash()).hasToString("h7iiNxYCqCW41gdp9WwQrH4wVm4Hp++gP3rFar+sgw0=");
        assertThat(one.leafHash()).hasToString("SGWwJ6+zgvFU2T570bohz0PFQdVi0rbnYLMdUlS0sBM=");
        assertThat(two.leafHash()).hasToString("oGVE45pt1s/h7iRLrVN1Vq0in0zX0zTA+f8zvLuP5f4=");
        assertThat(Entry.parse(two.bytes())).isEqualTo(two);
    }

    @Test
    void an_entry_with_a_thousand_nullifiers_fits_a_bundle() {
        List<Digest> thousand = java.util.stream.IntStream.range(0, 1000)
                .mapToObj(i -> Digest.sha256(Integer.toString(i).getBytes(StandardCharsets.UTF_8)))
                .toList();
        Entry entry = Entry.next(LOG, FIRST.digest(), FIRST.digest(), thousand, Instant.EPOCH);
        assertThat(entry.bytes().length).isEqualTo(47_246).isLessThan(Entry.MAX_BYTES);
    }
}
