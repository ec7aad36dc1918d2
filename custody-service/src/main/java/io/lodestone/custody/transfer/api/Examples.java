package io.lodestone.custody.transfer.api;

/** Requests and answers for the description of the API: a lot of dysprosium oxide that arrives 20 g short. */
final class Examples {

    static final String OFFER = """
            {"recipient":"01a20228-8660-7a01-8b02-0c03d4e5f602","title":"passes","purpose":"sale",
            "route":{"dispatch":"CN","transit":["KR"],"destination":"JP"},
            "lots":[{"lot":"01a2022d-1230-7b3f-8a4c-5d6e7f801155"}],
            "expires":"2026-12-06T00:00:00.000Z","incoterm":"FCA","seals":["CN 448120","CN 448121"],
            "transport":[{"type":"bill-of-lading","number":"COSU6123456780",
            "digest":"kex2IAG04m4UQe1qOg9zPxD5vZTGBhAb+AUGuq5n7p0="}]}""";

    static final String ACCEPTANCE = """
            {"lots":[{"lot":"01a2022d-1230-7b3f-8a4c-5d6e7f801155","grossKg":"27.88","netKg":"27.087",
            "uncertaintyKg":"0.005"}]}""";

    static final String DISPUTE = """
            {"reason":"weight","text":"Two drums, both seals whole, 20 g less than on the delivery note.",
            "lots":[{"lot":"01a2022d-1230-7b3f-8a4c-5d6e7f801155","netKg":"27.087","uncertaintyKg":"0.005"}]}""";

    static final String CANCELLATION = """
            {"eventTime":"2026-11-30T09:00:00.000+08:00"}""";

    private static final String MEMBERS = """
            "answeredIndex":null,"answeredTime":null,"disputedIndex":31,"expires":"2026-12-06T00:00:00.000Z",
            "lots":[{"lot":"01a2022d-1230-7b3f-8a4c-5d6e7f801155","massKg":"27.107","massUg":"27107000000"}],
            "offeredIndex":12,"offeredTime":"2026-11-22T07:37:00.120Z","reason":"weight",
            "recipient":"01a20228-8660-7a01-8b02-0c03d4e5f602","sender":"01a20228-8660-7a01-8b02-0c03d4e5f601",
            "state":"disputed","title":"passes","transfer":"01a2022e-1000-7c11-9d22-3e4455667706\"""";

    static final String PAGE = "{\"items\":[{" + MEMBERS + "}],\"next\":null}";

    static final String ONE = "{" + MEMBERS + """
            ,"dispute":{"index":31,"reason":"weight","takes":[],
            "text":"Two drums, both seals whole, 20 g less than on the delivery note.",
            "time":"2026-11-29T01:06:00.340Z"},"documents":[],"eventTime":"2026-11-22T15:36:00.000+08:00",
            "incoterm":"FCA","purpose":"sale","route":{"destination":"JP","dispatch":"CN","transit":["KR"]},
            "seals":["CN 448120","CN 448121"],
            "transport":[{"digest":"kex2IAG04m4UQe1qOg9zPxD5vZTGBhAb+AUGuq5n7p0=","number":"COSU6123456780",
            "type":"bill-of-lading"}],"weighings":[{"differenceKg":"-0.02","differenceUg":"-20000000","grossKg":null,
            "index":31,"lot":"01a2022d-1230-7b3f-8a4c-5d6e7f801155","netKg":"27.087","offeredKg":"27.107",
            "relative":"20/27107","relativePpm":"737.817","significant":true,"uncertaintyKg":"0.005"}]}""";

    static final String INBOX = "{\"items\":[{" + MEMBERS + ",\"waiting\":[\"dispute\"]}],\"next\":null}";

    static final String AGEING = """
            {"asOf":"2026-12-04T12:00:00.000Z","buckets":[{"bucket":"0-1","massKg":"0","transfers":0},
            {"bucket":"2-7","massKg":"0","transfers":0},{"bucket":"8-30","massKg":"27.107","transfers":1},
            {"bucket":"30+","massKg":"0","transfers":0}],"complete":true,"items":[{""" + MEMBERS + """
            ,"ageDays":12,"bucket":"8-30"}]}""";

    private Examples() {}
}
