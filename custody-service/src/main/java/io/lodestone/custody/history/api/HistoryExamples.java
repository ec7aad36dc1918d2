package io.lodestone.custody.history.api;

/** Answers for the description of the API: dysprosium oxide as whoever bought it second sees it, before selling it on. */
final class HistoryExamples {

    static final String TIMELINE = """
            {"items":[
            {"eventTime":null,"holder":null,"index":11,"kind":null,"lotVersion":1,"owner":null,
            "receipt":"/statements/11/receipt","recordedTime":"2026-11-22T07:34:00.090Z","remainingKg":null,
            "remainingUg":null,"state":null},
            {"eventTime":null,"holder":null,"index":12,"kind":null,"lotVersion":2,"owner":null,
            "receipt":"/statements/12/receipt","recordedTime":"2026-11-22T07:37:00.120Z","remainingKg":null,
            "remainingUg":null,"state":null},
            {"eventTime":"2026-12-01T09:00:00.000+09:00","holder":"01a20228-8660-7a01-8b02-0c03d4e5f602","index":40,
            "kind":"TransferAccepted","lotVersion":3,"owner":"01a20228-8660-7a01-8b02-0c03d4e5f602",
            "receipt":"/statements/40/receipt","recordedTime":"2026-12-01T00:05:00.010Z","remainingKg":"27.107",
            "remainingUg":"27107000000","state":"held"},
            {"eventTime":"2026-12-03T11:30:00.000+09:00","holder":"01a20228-8660-7a01-8b02-0c03d4e5f602","index":52,
            "kind":"LotsTransformed","lotVersion":4,"owner":"01a20228-8660-7a01-8b02-0c03d4e5f602",
            "receipt":"/statements/52/receipt","recordedTime":"2026-12-03T02:31:00.200Z","remainingKg":"0.000158",
            "remainingUg":"158000","state":"held"}],
            "lot":"01a2022d-1230-7b3f-8a4c-5d6e7f801155","next":null}""";

    /** The lot of SPEC.md section 1. */
    static final String HISTORY = """
            {"checkpoint":"local.lodestone.example/log-4f1d9c20\\n3\\ntu6DMG13R/fGwjxt3e9GyfJT7Uv2z207fxFjMu9vrik=\\n\\n— local.lodestone.example/log-4f1d9c20 EZC4dNFUcpRENlZRogscDtjP51nRKPHIhH/LGFKxkvwAZHMeIM+WCVW5O1sAGc9OVZ5gdlCQbdhaKz5XPwO0mXOx2wA=\\n",
            "genesis":{"entry":{"environment":"development","log":"local.lodestone.example/log-4f1d9c20",
            "nullifiers":[],"previous":null,"record":null,"time":"2026-11-22T07:29:58.000Z","type":"lodestone-entry",
            "version":1},"path":["tMc+RWGZGKA26t6/7WlNMGwShyh99pncDOGh7TwldCY=",
            "o2VCh6yIMVx4LxVcf1f+1U/ieLHB4A2wiZ3/KAqlBuk="]},"lot":"01a20229-6cd8-7b3f-8a4c-5d6e7f801122",
            "type":"lodestone-history","version":1,"versions":[{"entry":{"log":"local.lodestone.example/log-4f1d9c20",
            "nullifiers":[],"previous":"h7iiNxYCqCW41gdp9WwQrH4wVm4Hp++gP3rFar+sgw0=",
            "record":"/suq3nc2vkq7A6Kyqrpezq3bmSsBymwF1S12ymW1oXQ=","time":"2026-11-22T07:30:00.120Z",
            "type":"lodestone-entry","version":1},"index":1,"path":["h7iiNxYCqCW41gdp9WwQrH4wVm4Hp++gP3rFar+sgw0=",
            "o2VCh6yIMVx4LxVcf1f+1U/ieLHB4A2wiZ3/KAqlBuk="],"record":{"key":null,
            "lots":[{"lot":"01a20229-6cd8-7b3f-8a4c-5d6e7f801122","lotVersion":1,"previous":null,
            "spendKey":"CK9vWSZTDo9U0NFUCV7gyenxBDa6gGvg6N4p6qp7w4o="}],"salt":"+C9vSgSHeK9Tnwf5TGOQJA==",
            "signature":null,"statement":"kex2IAG04m4UQe1qOg9zPxD5vZTGBhAb+AUGuq5n7p0=","type":"lodestone-acceptance",
            "version":1},"spent":null},{"entry":{"log":"local.lodestone.example/log-4f1d9c20",
            "nullifiers":["gz6MrU/TZyD5o0B7cw/TzC569Dh1bLNxRpOZxRsW+8U="],
            "previous":"tMc+RWGZGKA26t6/7WlNMGwShyh99pncDOGh7TwldCY=",
            "record":"QLggZaORmL+qWbKK9OkxxNhRitdJVUX0X63SVmRQYNA=","time":"2026-11-22T07:31:00.057Z",
            "type":"lodestone-entry","version":1},"index":2,"path":["JZs/8hHcC1wSOnGBHY/a/RJmmcSK1btU9NUzhehoCzE="],
            "record":{"key":null,"lots":[{"lot":"01a20229-6cd8-7b3f-8a4c-5d6e7f801122","lotVersion":2,
            "previous":"/suq3nc2vkq7A6Kyqrpezq3bmSsBymwF1S12ymW1oXQ=",
            "spendKey":"WvbudyNEvOl1pA9CkaJGv9DEexJwqIfF8noJj8amzcs="}],"salt":"BcLsgzRbbrVXj+f/rKs9Zg==",
            "signature":null,"statement":"ajwoFECGp8BltmbrJ+ToA4AoggjFsiUyfZ/mYElm0z0=","type":"lodestone-acceptance",
            "version":1},"spent":"QTppk2isoN1iRwRYm4uPqKPjBUSSwZCwuw2ht2M9DUk="}]}""";

    private HistoryExamples() {}
}
