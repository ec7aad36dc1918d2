package io.lodestone.custody.webhook.api;

/** Requests and answers for the description of the API. */
final class Examples {

    static final String REQUEST = """
            {"url":"https://hooks.example.com/lodestone","events":["offer","dispute","expiry"]}""";

    static final String REGISTERED = """
            {"created":"2026-11-22T08:00:00.000Z","events":["offer","dispute","expiry"],
            "secret":"whsec_QTppk2isoN1iRwRYm4uPqKPjBUSSwZCwuw2ht2M9DUk=",
            "url":"https://hooks.example.com/lodestone","webhook":"01a2022f-2000-7c11-9d22-3e4455667709",
            "withdrawn":null}""";

    static final String DELIVERIES = """
            {"items":[{"attempts":3,"delivered":null,"event":"dispute","failure":"not-taken",
            "id":"msg_01a2022f-2000-7c11-9d22-3e4455667709_31","index":31,
            "nextAttempt":"2026-11-29T01:08:41.000Z","state":"pending","status":503,
            "time":"2026-11-29T01:06:00.340Z","transfer":"01a2022e-1000-7c11-9d22-3e4455667706"}],"next":null}""";

    private Examples() {}
}
