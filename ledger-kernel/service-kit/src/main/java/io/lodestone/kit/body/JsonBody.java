package io.lodestone.kit.body;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.kit.problem.FrameworkProblem;
import java.util.function.Function;

/**
 * Reads request bodies. Any layout is taken, but nothing the canonical profile excludes: duplicate names, exponents,
 * text that is not NFC. All refusals reach the caller as problems that name the member.
 */
public final class JsonBody {

    private JsonBody() {}

    /** The document; {@link FormatException} unless it is one of at most 1 MiB. */
    public static Json read(byte[] body) {
        if (body.length > CanonicalJson.MAX_DOCUMENT_BYTES) {
            throw FrameworkProblem.tooLarge();
        }
        return CanonicalJson.read(body, CanonicalJson.MAX_DOCUMENT_BYTES);
    }

    /** What {@code reader} makes of the body's members; a member that it does not take is refused. */
    public static <T> T read(byte[] body, Function<Members, T> reader) {
        Members members = Members.of(read(body));
        T value = reader.apply(members);
        members.end();
        return value;
    }
}
