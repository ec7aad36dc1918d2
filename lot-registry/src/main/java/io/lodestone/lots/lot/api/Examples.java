package io.lodestone.lots.lot.api;

/** Requests and answers for the description of the API: the dysprosium oxide of the worked example. */
final class Examples {

    static final String REQUEST = """
            {"form":"oxide","massKg":"27.107","eventTime":"2026-11-22T15:29:00.000+08:00",
             "facility":"01a20228-8660-7a02-8b02-0c03d4e5f603","ownership":["CN"],
             "description":{"custodyModel":"segregated","customs":{"code":"284690","tariff":"HS 2022"},
               "control":{"code":"1C902","list":"MOFCOM-GACC 2025-18"},"grade":"99.5 %","grossKg":"27.9"},
             "details":{"packagingMarks":["DRUM 1/1"],"identifiers":[{"scheme":"SSCC","value":"106141412345678908"}],
               "value":{"amount":"5150.33","currency":"USD","date":"2026-11-20","incoterm":"FOB","taxIncluded":false}},
             "material":[{"substance":"Dy2O3","fraction":"0.995","profile":{"recycled":"none","steps":[
               {"step":"mined","countries":["CN"],"ownership":["CN"],"technology":["CN"]}]}}]}""";

    static final String LOT = """
            {"description":{"control":{"code":"1C902","list":"MOFCOM-GACC 2025-18"},
              "custodyModel":"segregated","customs":{"code":"284690","tariff":"HS 2022"},"customsOrigin":null,"grade":"99.5 %",
              "grossKg":"27.9","moisture":null},"details":{"packagingMarks":["DRUM 1/1"]},
             "elements":[{"element":"Dy","kg":"23.500795247"}],"eventTime":"2026-11-22T15:29:00.000+08:00",
             "facility":"01a20228-8660-7a02-8b02-0c03d4e5f603","form":"oxide",
             "holder":"01a20228-8660-7a01-8b02-0c03d4e5f601","index":7,"lot":"01a20229-6cd8-7b3f-8a4c-5d6e7f801122",
             "lotVersion":1,"made":true,"massKg":"27.107","openKg":"3.606204753",
             "owner":"01a20228-8660-7a01-8b02-0c03d4e5f601","recorded":"2026-11-22T07:30:00.000Z","refusal":null,
             "remainingKg":"27.107","standing":"HELD","state":"RECORDED"}""";

    static final String PAGE =
            "{\"items\":[" + LOT + "],\"next\":\"MDFhMjAyMjktNmNkOC03YjNmLThhNGMtNWQ2ZTdmODAxMTIy\"}";

    private Examples() {}
}
