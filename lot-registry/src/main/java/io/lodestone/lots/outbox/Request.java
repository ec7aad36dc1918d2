package io.lodestone.lots.outbox;

import io.lodestone.evidence.canonical.CanonicalJson;
import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Json;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.StatementId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request to state something, as it was read.
 *
 * @param key the id that the statement is to have, if the caller chose one
 * @param source the caller's own key, if it gave one
 * @param digest tells this request from any other under the same id
 * @param toSign whether the statement is only made, for its party to sign and submit
 */
public record Request<T>(
        Optional<StatementId> key, Optional<SourceKey> source, Digest digest, T value, boolean toSign) {

    public static final String KEY = "Idempotency-Key";

    /** The query parameter by which a party that signs asks for the statement alone. */
    public static final String PREPARE = "prepare";

    public Request(Optional<StatementId> key, Optional<SourceKey> source, Digest digest, T value) {
        this(key, source, digest, value, false);
    }

    /** The same request, with the query parameter {@link #PREPARE} as it stands. */
    public Request<T> preparing(@Nullable String prepare) {
        if (prepare != null && !prepare.equals("true") && !prepare.equals("false")) {
            throw new FormatException(Fault.MALFORMED, PREPARE, "must be true or false");
        }
        return new Request<>(key, source, digest, value, "true".equals(prepare));
    }

    /**
     * Reads a body.
     *
     * @param what the operation and what its path names; two operations with the same body are two requests
     */
    public static <T> Request<T> read(@Nullable String key, String what, byte[] body, Function<Members, T> reader) {
        return read(key, null, what, body, reader);
    }

    /** The same, with the caller's own key as it stands in the header {@link SourceKey#HEADER}. */
    public static <T> Request<T> read(
            @Nullable String key, @Nullable String source, String what, byte[] body, Function<Members, T> reader) {
        Json json = CanonicalJson.read(body, CanonicalJson.MAX_DOCUMENT_BYTES);
        Members members = Members.of(json);
        T value = reader.apply(members);
        members.end();
        return new Request<>(
                Optional.ofNullable(key).map(Request::id), SourceKey.header(source), digest(what, json), value);
    }

    /** What tells a request from others: the same however its body is laid out. */
    public static Digest digest(String what, Json body) {
        return Digest.sha256(CanonicalJson.bytes(
                Json.object().put("body", body).put("request", what).build()));
    }

    private static StatementId id(String key) {
        try {
            return StatementId.parse(key);
        } catch (IllegalArgumentException e) {
            throw new FormatException(Fault.MALFORMED, KEY, "must be a version 7 UUID in lower case (RFC 9562)");
        }
    }
}
