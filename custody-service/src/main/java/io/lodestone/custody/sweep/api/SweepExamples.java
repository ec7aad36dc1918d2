package io.lodestone.custody.sweep.api;

/** Answers as the API's description shows them. */
public final class SweepExamples {

    public static final String BEGUN = """
            {"finished":null,"found":0,"logged":null,"replayed":0,"size":1000,"started":"2026-11-22T02:00:00.000Z","state":"running",\
            "sweep":"019ab2f0-4f00-7a11-8a11-0123456789ab","swept":0}""";

    public static final String FOUND = """
            {"findings":[{"column":"bytes","index":417,"key":null,"message":"the statement's digest is not that of its bytes",\
            "table":"statement"}],"finished":"2026-11-22T02:00:03.120Z","found":1,"logged":1004,"replayed":1003,"report":"...","size":1000,\
            "started":"2026-11-22T02:00:00.000Z","state":"disagrees","sweep":"019ab2f0-4f00-7a11-8a11-0123456789ab",\
            "swept":1000}""";

    private SweepExamples() {}
}
