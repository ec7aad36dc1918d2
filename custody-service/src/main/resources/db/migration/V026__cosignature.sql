-- What witnesses signed of a published checkpoint, one line for each. Rows are added and never changed.
CREATE TABLE cosignature (
    size bigint NOT NULL,
    witness text NOT NULL,
    line text NOT NULL,
    CONSTRAINT cosignature_pk PRIMARY KEY (size, witness),
    CONSTRAINT cosignature_of_a_checkpoint FOREIGN KEY (size) REFERENCES published_checkpoint (size),
    CONSTRAINT cosignature_witness_length CHECK (length(witness) BETWEEN 1 AND 512),
    CONSTRAINT cosignature_line_length CHECK (length(line) BETWEEN 1 AND 1024)
);

-- What a witness cosigned last.
CREATE INDEX cosignature_by_witness ON cosignature (witness, size);

-- Which instance asks the witnesses, until when.
CREATE TABLE cosigning (
    one boolean NOT NULL DEFAULT true,
    holder uuid,
    until timestamptz NOT NULL,
    CONSTRAINT cosigning_pk PRIMARY KEY (one),
    CONSTRAINT cosigning_one_row CHECK (one)
);

INSERT INTO cosigning (until) VALUES ('2000-01-01T00:00:00Z');

GRANT SELECT, INSERT ON cosignature TO ${app_role};
GRANT SELECT, UPDATE ON cosigning TO ${app_role};
