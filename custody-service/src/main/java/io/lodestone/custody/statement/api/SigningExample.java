package io.lodestone.custody.statement.api;

/** A party requires of itself to sign, for the description of the API. */
final class SigningExample {

    static final String STATEMENT = """
            {"actor":"01a20228-8660-7a01-8b02-0c03d4e5f601","annexes":[],"body":{"required":true},
            "id":"01a2022f-1218-7c11-9d22-3e4455667712","log":"local.lodestone.example/log-4f1d9c20",
            "salt":"QQxLq+UFgNWZMg4iwbZ/3Q==","time":"2026-11-22T07:40:00.000Z","type":"SigningRequired","version":1}""";

    static final String ASKED =
            "{\"algorithm\":\"EdDSA\",\"key\":\"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k\",\"statement\":"
                    + STATEMENT + "}";

    private SigningExample() {}
}
