package io.lodestone.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.evidence.PublicVectors;
import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Json.JsonArray;
import io.lodestone.evidence.canonical.Json.JsonInteger;
import io.lodestone.evidence.canonical.Json.JsonNull;
import io.lodestone.evidence.canonical.Json.JsonObject;
import io.lodestone.evidence.canonical.Json.JsonString;
import io.lodestone.evidence.digest.Digest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The proof vectors of transparency-dev/merkle, accepted or refused as each file says. */
class PublicMerkleVectorsTest {

    @TestFactory
    Stream<DynamicTest> inclusion() {
        return all(
                "merkle/inclusion",
                in -> new InclusionProof(new LeafIndex(integer(in, "leafIdx")), path(in))
                        .verify(digest(in, "leafHash"), new TreeSize(integer(in, "treeSize")), digest(in, "root"))
                        .valid());
    }

    @TestFactory
    Stream<DynamicTest> consistency() {
        return all(
                "merkle/consistency",
                in -> new ConsistencyProof(
                                new TreeSize(integer(in, "size1")), new TreeSize(integer(in, "size2")), path(in))
                        .verify(digest(in, "root1"), digest(in, "root2"))
                        .valid());
    }

    private static Stream<DynamicTest> all(String name, Predicate<JsonObject> verifier) {
        Path folder = PublicVectors.folder(name);
        List<Path> files = PublicVectors.files(folder, ".json");
        assertThat(files).hasSizeGreaterThan(20);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(folder.relativize(file).toString(), () -> {
                    byte[] bytes = PublicVectors.bytes(file);
                    boolean refused = new String(bytes, StandardCharsets.UTF_8).contains("\"wantErr\": true");
                    assertThat(accepts(bytes, verifier)).isEqualTo(!refused);
                }));
    }

    /** What does not fit the types (a hash of no bytes, an index of 2^64 - 1) is refused before any verifier. */
    private static boolean accepts(byte[] file, Predicate<JsonObject> verifier) {
        try {
            return verifier.test((JsonObject) CanonicalJson.read(file, 1 << 16));
        } catch (FormatException | IllegalArgumentException e) {
            return false;
        }
    }

    private static long integer(JsonObject in, String name) {
        return ((JsonInteger) in.get(name)).value();
    }

    private static Digest digest(JsonObject in, String name) {
        return Digest.parse(((JsonString) in.get(name)).text());
    }

    private static List<Digest> path(JsonObject in) {
        Json proof = in.get("proof");
        return proof == JsonNull.NULL
                ? List.of()
                : ((JsonArray) proof)
                        .items().stream()
                                .map(it -> Digest.parse(((JsonString) it).text()))
                                .toList();
    }
}
