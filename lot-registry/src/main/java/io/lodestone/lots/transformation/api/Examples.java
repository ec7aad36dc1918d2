package io.lodestone.lots.transformation.api;

/** A request and an answer for the description of the API: dysprosium metal of the worked example. */
final class Examples {

    static final String REQUEST = """
            {"process":"metal-making","step":"metal","facility":"01a20228-8660-7a02-8b02-0c03d4e5f603",
             "ownership":["JP"],"technology":["JP"],"equipment":["JP"],"started":"2026-11-20T08:00:00.000+09:00",
             "eventTime":"2026-11-22T16:29:00.000+09:00",
             "inputs":[{"lot":"01a20229-6cd8-7b3f-8a4c-5d6e7f801122","consumedKg":"27.106842"}],
             "outputs":[{"kind":"product","form":"metal","massKg":"22.560632","openKg":"0",
               "description":{"custodyModel":"segregated","grade":"Dy 99"},
               "measured":[{"element":"Dy","fraction":"0.999","uncertainty":"0.002"}]},{"kind":"loss"}]}""";

    static final String TRANSFORMATION = """
            {"country":"JP","equipment":["JP"],"eventTime":"2026-11-22T16:29:00.000+09:00",
             "facility":"01a20228-8660-7a02-8b02-0c03d4e5f603","inputs":[
               {"assay":null,"consumedKg":"27.106842","elements":[{"element":"Dy","kg":"23.500658267"}],
                "lot":"01a20229-6cd8-7b3f-8a4c-5d6e7f801122","lotVersion":2,"remainingKg":"0.000158"}],
             "openGainKg":"0.022560632","outputs":[
               {"description":{"control":null,"custodyModel":"segregated","customs":null,"customsOrigin":null,
                 "grade":"Dy 99","grossKg":null,"moisture":null},"elements":[{"element":"Dy","kg":"22.538071368"}],
                "form":"metal","kind":"product","lot":"01a20229-6cd8-7b3f-8a4c-5d6e7f801155","massKg":"22.560632",
                "measured":[{"bookKg":"22.560632","differenceKg":"-0.022560632","element":"Dy",
                  "measuredKg":"22.538071368","result":"booked-as-loss","uncertaintyKg":"0.045121264"}],
                "openKg":"0.022560632"},
               {"description":null,"elements":[{"element":"Dy","kg":"0.962586899"}],"form":null,"kind":"loss",
                "lot":null,"massKg":"4.568770632","measured":[],"openKg":"3.606183733"}],
             "process":"metal-making","recycled":null,"started":"2026-11-20T08:00:00.000+09:00","step":"metal",
             "technology":["JP"]}""";

    private Examples() {}
}
