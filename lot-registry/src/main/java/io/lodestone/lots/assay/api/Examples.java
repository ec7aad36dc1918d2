package io.lodestone.lots.assay.api;

/** Requests and answers for the description of the API. */
final class Examples {

    static final String REQUEST = """
            {"basis":"oxide","stage":"final","sampled":"as-is","method":"ICP-OES","laboratoryName":"Laboratory",
             "eventTime":"2026-11-22T15:29:00.000+08:00","results":[
               {"substance":"Dy2O3","fraction":"0.995","uncertainty":"0.002","coverageFactor":"2"},
               {"substance":"Tb4O7","below":"0.0001"},{"substance":"Ho2O3","from":"0.001","to":"0.002"},
               {"substance":"LOI","fraction":"0.0015"}]}""";

    static final String ASSAYS = """
            {"items":[{"assay":"01a2022e-1230-7b3f-8a4c-5d6e7f801166","basis":"oxide","current":true,
              "eventTime":"2026-11-22T15:29:00.000+08:00","laboratoryName":"Laboratory","lotVersion":1,
              "method":"ICP-OES","recorded":"2026-11-22T07:31:00.000Z","report":null,"results":[
               {"below":null,"coverageFactor":"2","fraction":"0.995","from":null,"substance":"Dy2O3","to":null,
                "uncertainty":"0.002"},
               {"below":"0.0001","coverageFactor":null,"fraction":null,"from":null,"substance":"Tb4O7","to":null,
                "uncertainty":null}],
              "sampled":"as-is","stage":"final","supersedes":null}],
             "lot":"01a20229-6cd8-7b3f-8a4c-5d6e7f801122"}""";

    static final String COMPOSITION = """
            {"assay":"01a2022e-1230-7b3f-8a4c-5d6e7f801166","assayStage":"final","atomicMasses":"IUPAC-2021-3dp",
             "elements":[{"agreesWithBook":true,"bookKg":"23.500795247","element":"Dy",
               "metal":{"fraction":{"from":"0.866964077459","to":"0.866964077459"},
                 "kg":{"from":"23.500795247","to":"23.500795247"},"uncertainty":"0.00174264136"},
               "oxide":{"formula":"Dy2O3","fraction":{"from":"0.995","to":"0.995"},
                 "kg":{"from":"26.971465","to":"26.971465"},"uncertainty":"0.002"},
               "source":"measured","treo":{"from":"0.999899507587","to":"1"}}],
             "lot":"01a20229-6cd8-7b3f-8a4c-5d6e7f801122","massKg":"27.107","moisture":null,"of":"remaining",
             "open":[{"fraction":{"from":"0.0015","to":"0.0015"},"substance":"LOI","uncertainty":null}],
             "openKg":"3.606204753","source":"measured"}""";

    private Examples() {}
}
