-- Every checkpoint that was published, so that a receipt can be had over any of them. Rows are added and never changed.
CREATE TABLE published_checkpoint (
    size bigint NOT NULL,
    checkpoint text NOT NULL,
    CONSTRAINT published_checkpoint_pk PRIMARY KEY (size),
    CONSTRAINT published_checkpoint_size_positive CHECK (size > 0)
);

INSERT INTO published_checkpoint (size, checkpoint)
    SELECT size, checkpoint FROM publication WHERE checkpoint IS NOT NULL;

GRANT SELECT, INSERT ON published_checkpoint TO ${app_role};
