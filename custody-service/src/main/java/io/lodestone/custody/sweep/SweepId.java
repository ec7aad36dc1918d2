package io.lodestone.custody.sweep;

import io.lodestone.evidence.statement.Uuid7;

/** One sweep of the log. */
public record SweepId(Uuid7 value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
