package io.lodestone.lots.trace.api;

/** Answers for the description of the API, from the worked example of one tonne of magnets. */
final class Examples {

    static final String UPSTREAM = """
            {"items":[{"boundary":"handed-over","depth":1,"form":"oxide","handedTo":null,"index":7,
            "lot":"01a20228-8660-7a01-8b02-0c03d4e5f601","massKg":"27.107","process":null,
            "remainingKg":"0.000158","standing":"HELD"}],"next":"AaICKIZgegGLAgwD1OX2mQAAAAI"}""";

    static final String DOWNSTREAM = """
            {"items":[{"boundary":null,"depth":2,"form":"magnet","handedTo":null,"index":21,
            "lot":"01a20228-8660-7a01-8b02-0c03d4e5f602","massKg":"1000","process":"machining",
            "remainingKg":"1000","standing":"HELD"}],"next":null}""";

    static final String RECALL = """
            {"items":[{"boundary":"handed-over","depth":0,"form":"flake",
            "handedTo":"01a20228-8660-7a01-8b02-0c03d4e5f604","index":16,
            "lot":"01a20228-8660-7a01-8b02-0c03d4e5f603","massKg":"1388.888889","process":"strip-casting",
            "remainingKg":null,"standing":"HANDED_OVER"}],"next":null}""";

    static final String FLOW = """
            <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" width="1310" height="700">
            <title id="title">Mass flow through magnet lot …d4e5f602</title></svg>""";

    private Examples() {}
}
