-- Where parties want to be told what becomes of their transfers.
CREATE TABLE webhook (
    webhook uuid NOT NULL,
    party uuid NOT NULL,
    url text NOT NULL,
    events text[] NOT NULL,
    secret bytea NOT NULL,
    created timestamptz NOT NULL,
    since bigint NOT NULL,
    withdrawn timestamptz,
    CONSTRAINT webhook_pk PRIMARY KEY (webhook),
    CONSTRAINT webhook_url_length CHECK (length(url) BETWEEN 1 AND 512),
    CONSTRAINT webhook_some_events CHECK (cardinality(events) BETWEEN 1 AND 5),
    CONSTRAINT webhook_secret_length CHECK (octet_length(secret) = 32)
);

CREATE INDEX webhook_by_party ON webhook (party);

-- How far the log has been looked through for what to tell. What happened before is told to nobody.
CREATE TABLE webhook_cursor (
    one boolean NOT NULL DEFAULT true,
    log_index bigint NOT NULL,
    CONSTRAINT webhook_cursor_pk PRIMARY KEY (one),
    CONSTRAINT webhook_cursor_one_row CHECK (one)
);

INSERT INTO webhook_cursor (log_index) SELECT coalesce((SELECT size - 1 FROM log_head), -1);

-- What is told, or to be told: one row for an event and webhook.
CREATE TABLE webhook_delivery (
    webhook uuid NOT NULL,
    log_index bigint NOT NULL,
    event text NOT NULL,
    transfer uuid NOT NULL,
    state text NOT NULL DEFAULT 'PENDING',
    attempts integer NOT NULL DEFAULT 0,
    next_attempt timestamptz NOT NULL,
    status integer,
    failure text,
    delivered timestamptz,
    CONSTRAINT webhook_delivery_pk PRIMARY KEY (webhook, log_index),
    CONSTRAINT webhook_delivery_webhook FOREIGN KEY (webhook) REFERENCES webhook (webhook),
    CONSTRAINT webhook_delivery_event_known
        CHECK (event IN ('offer', 'acceptance', 'dispute', 'cancellation', 'expiry')),
    CONSTRAINT webhook_delivery_state_known CHECK (state IN ('PENDING', 'DELIVERED', 'GIVEN_UP')),
    CONSTRAINT webhook_delivery_delivered_at_some_time CHECK ((state = 'DELIVERED') = (delivered IS NOT NULL)),
    CONSTRAINT webhook_delivery_attempts_not_negative CHECK (attempts >= 0)
);

CREATE INDEX webhook_delivery_due ON webhook_delivery (next_attempt) WHERE state = 'PENDING';

GRANT SELECT, INSERT, UPDATE ON webhook, webhook_delivery TO ${app_role};
GRANT SELECT, UPDATE ON webhook_cursor TO ${app_role};
