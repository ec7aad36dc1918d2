package io.lodestone.certificates;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.statement.StatementId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header {@code Idempotency-Key}, which is the id of the statement that a request makes. */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    private IdempotencyKey() {}

    /** Empty where the caller sent none; {@link FormatException} for anything but a version 7 UUID. */
    public static Optional<StatementId> parse(@Nullable String header) {
        try {
            return Optional.ofNullable(header).map(StatementId::parse);
        } catch (IllegalArgumentException e) {
            throw new FormatException(Fault.MALFORMED, HEADER, String.valueOf(e.getMessage()));
        }
    }
}
