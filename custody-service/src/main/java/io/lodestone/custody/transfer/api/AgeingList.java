package io.lodestone.custody.transfer.api;

import io.lodestone.custody.transfer.Age;
import io.lodestone.custody.transfer.app.Inbox;
import io.lodestone.custody.transfer.app.Inbox.Aged;
import io.lodestone.custody.transfer.app.Inbox.Ageing;
import io.lodestone.evidence.acceptance.Transfer;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.WireTime;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Open transfers by age, in both forms. Every field of the CSV is an id, a number, a time or a word: none is quoted. */
final class AgeingList {

    private static final int KG_DECIMALS = 9;
    private static final String NEWLINE = "\r\n";
    private static final String HEADER =
            "transfer,role,counterparty,state,offered,expires,age_days,bucket,lots,mass_kg" + NEWLINE;

    private AgeingList() {}

    static JsonObject json(Ageing ageing) {
        return Json.object()
                .put("asOf", WireTime.text(ageing.asOf()))
                .put("buckets", List.of(Age.Bucket.values()), bucket -> bucket(bucket, ageing))
                .put("complete", ageing.open().size() < Inbox.MAX_OPEN)
                .put("items", ageing.open(), TransferJson::aged)
                .build();
    }

    private static JsonObject bucket(Age.Bucket bucket, Ageing ageing) {
        List<Aged> open = ageing.open().stream()
                .filter(aged -> aged.age().bucket() == bucket)
                .toList();
        BigInteger mass =
                open.stream().map(aged -> mass(aged.listed().transfer())).reduce(BigInteger.ZERO, BigInteger::add);
        return Json.object()
                .put("bucket", bucket.label())
                .put("massKg", kg(mass))
                .put("transfers", open.size())
                .build();
    }

    /** All lots together can be more than one lot may be. */
    private static BigInteger mass(Transfer transfer) {
        return transfer.lots().values().stream()
                .map(Mass::micrograms)
                .map(BigInteger::valueOf)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static String kg(BigInteger ug) {
        return new BigDecimal(ug, KG_DECIMALS).stripTrailingZeros().toPlainString();
    }

    static String csv(Ageing ageing, PartyId party) {
        return ageing.open().stream().map(aged -> line(aged, party)).collect(Collectors.joining("", HEADER, ""));
    }

    private static String line(Aged aged, PartyId party) {
        Transfer transfer = aged.listed().transfer();
        boolean sender = transfer.sender().equals(party);
        return String.join(
                        ",",
                        transfer.transfer().toString(),
                        sender ? "sender" : "recipient",
                        (sender ? transfer.recipient() : transfer.sender()).toString(),
                        transfer.state().name().toLowerCase(Locale.ROOT),
                        WireTime.text(aged.listed().offered().time()),
                        transfer.expires().map(WireTime::text).orElse(""),
                        Long.toString(aged.age().days()),
                        aged.age().bucket().label(),
                        Integer.toString(transfer.lots().size()),
                        kg(mass(transfer)))
                + NEWLINE;
    }
}
