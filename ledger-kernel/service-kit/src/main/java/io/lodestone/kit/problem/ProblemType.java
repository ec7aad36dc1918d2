package io.lodestone.kit.problem;

/** One kind of problem. Its slug is stable: clients decide by it, never by the title or the detail. */
public interface ProblemType {

    String BASE = "https://lodestone.example/problems/";

    String slug();

    int status();

    String title();

    /** The {@code type} member of RFC 9457. */
    default String uri() {
        return BASE + slug();
    }
}
