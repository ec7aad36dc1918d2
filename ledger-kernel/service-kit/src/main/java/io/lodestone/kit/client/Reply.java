package io.lodestone.kit.client;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.kit.problem.ProblemType;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** What a sibling service answered. */
public record Reply(int status, Buffer body) {

    /** A page of a feed may be larger than one document. */
    static final int MAX_BYTES = 64 << 20;

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether the other side decided nothing and the same request may be sent again. */
    public boolean isPassing() {
        return status == 429 || status >= 500;
    }

    public byte[] bytes() {
        return body.getBytes();
    }

    /** The document; {@link FormatException} unless it is one. */
    public Json json() {
        return CanonicalJson.read(bytes(), MAX_BYTES);
    }

    /** The slug of the problem that was answered; empty where the answer is not a problem of ours. */
    public Optional<String> problem() {
        return member("type")
                .filter(type -> type.startsWith(ProblemType.BASE))
                .map(type -> type.substring(ProblemType.BASE.length()));
    }

    /** The sentence of the problem that was answered. */
    public Optional<String> detail() {
        return member("detail");
    }

    private Optional<String> member(String name) {
        try {
            return Members.of(json()).optionalString(name, 4_096);
        } catch (FormatException e) {
            return Optional.empty();
        }
    }
}
