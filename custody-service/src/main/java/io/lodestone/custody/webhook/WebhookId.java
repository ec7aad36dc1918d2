package io.lodestone.custody.webhook;

import io.lodestone.evidence.statement.Uuid7;

/** A webhook of some party. */
public record WebhookId(Uuid7 value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
