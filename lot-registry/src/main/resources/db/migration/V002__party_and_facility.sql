CREATE TABLE party (
    id        uuid   NOT NULL,
    country   text   NOT NULL,
    name      text,
    log_index bigint NOT NULL,
    CONSTRAINT party_pk PRIMARY KEY (id),
    CONSTRAINT party_country_code CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT party_statement_fk FOREIGN KEY (log_index) REFERENCES statement (log_index)
);

CREATE TABLE facility (
    id        uuid   NOT NULL,
    operator  uuid   NOT NULL,
    country   text   NOT NULL,
    name      text,
    log_index bigint NOT NULL,
    CONSTRAINT facility_pk PRIMARY KEY (id),
    CONSTRAINT facility_operator_fk FOREIGN KEY (operator) REFERENCES party (id),
    CONSTRAINT facility_country_code CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT facility_statement_fk FOREIGN KEY (log_index) REFERENCES statement (log_index)
);

GRANT SELECT, INSERT ON party, facility TO "${app_role}";
