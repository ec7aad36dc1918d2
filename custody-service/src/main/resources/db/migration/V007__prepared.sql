-- Statements made here on behalf of a caller, kept before they are submitted: a retry sends the same bytes.
CREATE TABLE prepared (
    actor uuid NOT NULL,
    id uuid NOT NULL,
    request_digest bytea NOT NULL,
    submission bytea NOT NULL,
    CONSTRAINT prepared_pk PRIMARY KEY (actor, id),
    CONSTRAINT prepared_request_digest_length CHECK (octet_length(request_digest) = 32),
    CONSTRAINT prepared_submission_length CHECK (octet_length(submission) BETWEEN 1 AND 1048576)
);

GRANT SELECT, INSERT ON prepared TO ${app_role};
