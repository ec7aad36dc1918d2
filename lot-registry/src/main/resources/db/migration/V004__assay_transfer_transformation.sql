CREATE TABLE assay (
    id        uuid   NOT NULL,
    lot       uuid   NOT NULL,
    log_index bigint NOT NULL,
    CONSTRAINT assay_pk PRIMARY KEY (id),
    CONSTRAINT assay_lot_fk FOREIGN KEY (lot) REFERENCES lot (id)
);

-- An acceptance does not repeat whether title passes.
CREATE TABLE transfer (
    id           uuid    NOT NULL,
    title_passes boolean NOT NULL,
    log_index    bigint  NOT NULL,
    CONSTRAINT transfer_pk PRIMARY KEY (id)
);

-- The genealogy: which lots went into which.
CREATE TABLE transformation (
    log_index bigint NOT NULL,
    actor     uuid   NOT NULL,
    process   text   NOT NULL,
    step      text,
    CONSTRAINT transformation_pk PRIMARY KEY (log_index),
    CONSTRAINT transformation_statement_fk FOREIGN KEY (log_index) REFERENCES statement (log_index)
);

CREATE TABLE transformation_input (
    log_index   bigint NOT NULL,
    position    integer NOT NULL,
    lot         uuid   NOT NULL,
    consumed_ug bigint NOT NULL,
    CONSTRAINT transformation_input_pk PRIMARY KEY (log_index, position),
    CONSTRAINT transformation_input_once UNIQUE (log_index, lot),
    CONSTRAINT transformation_input_of FOREIGN KEY (log_index) REFERENCES transformation (log_index),
    CONSTRAINT transformation_input_lot_fk FOREIGN KEY (lot) REFERENCES lot (id),
    CONSTRAINT transformation_input_positive CHECK (consumed_ug > 0)
);

CREATE TABLE transformation_output (
    log_index bigint NOT NULL,
    position  integer NOT NULL,
    kind      text   NOT NULL,
    lot       uuid,
    mass_ug   bigint NOT NULL,
    CONSTRAINT transformation_output_pk PRIMARY KEY (log_index, position),
    CONSTRAINT transformation_output_once UNIQUE (lot),
    CONSTRAINT transformation_output_of FOREIGN KEY (log_index) REFERENCES transformation (log_index),
    CONSTRAINT transformation_output_lot_fk FOREIGN KEY (lot) REFERENCES lot (id),
    CONSTRAINT transformation_output_positive CHECK (mass_ug > 0)
);

GRANT SELECT, INSERT ON assay, transfer, transformation, transformation_input, transformation_output TO "${app_role}";
