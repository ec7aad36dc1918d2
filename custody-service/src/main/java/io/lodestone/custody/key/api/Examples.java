package io.lodestone.custody.key.api;

/** Answers for the description of the API. */
final class Examples {

    static final String KEYS = """
            {"items":[{"addedIndex":14,"algorithm":"EdDSA","from":"2026-11-22T00:00:00.000Z",
            "key":"MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=","name":"quality office",
            "revokedIndex":null,"state":"valid","thumbprint":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
            "until":"2028-11-22T00:00:00.000Z"}],"next":null,"signingRequired":true}""";

    private Examples() {}
}
