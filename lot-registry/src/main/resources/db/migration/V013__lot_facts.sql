-- What a lot is searched by and described with, beside its masses. Everything here follows from the feed.

-- Countries of a profile's steps; Unknown is one of them.
CREATE TABLE profile_country (
    digest  bytea NOT NULL,
    country text  NOT NULL,
    CONSTRAINT profile_country_pk PRIMARY KEY (digest, country),
    CONSTRAINT profile_country_profile_fk FOREIGN KEY (digest) REFERENCES profile (digest)
);

-- What the lot was made with: what remains of it later holds no element or country beside these.
CREATE TABLE lot_element (
    lot     uuid NOT NULL,
    element text NOT NULL,
    CONSTRAINT lot_element_pk PRIMARY KEY (element, lot),
    CONSTRAINT lot_element_lot_fk FOREIGN KEY (lot) REFERENCES lot (id)
);

CREATE TABLE lot_country (
    lot     uuid NOT NULL,
    country text NOT NULL,
    CONSTRAINT lot_country_pk PRIMARY KEY (country, lot),
    CONSTRAINT lot_country_lot_fk FOREIGN KEY (lot) REFERENCES lot (id)
);

-- Facility, description and times of the statement that made the lot; the description as the API answers it.
CREATE TABLE lot_trait (
    lot          uuid        NOT NULL,
    facility     uuid,
    event_time   text,
    happened     timestamptz,
    recorded     timestamptz NOT NULL,
    grade        text,
    control_code text,
    customs_code text,
    moisture     text,
    description  bytea,
    CONSTRAINT lot_trait_pk PRIMARY KEY (lot),
    CONSTRAINT lot_trait_lot_fk FOREIGN KEY (lot) REFERENCES lot (id)
);

CREATE INDEX lot_trait_by_facility ON lot_trait (facility, lot);
CREATE INDEX lot_trait_by_grade ON lot_trait (grade, lot) WHERE grade IS NOT NULL;
CREATE INDEX lot_trait_by_control ON lot_trait (control_code, lot) WHERE control_code IS NOT NULL;
CREATE INDEX lot_trait_by_customs ON lot_trait (customs_code, lot) WHERE customs_code IS NOT NULL;
CREATE INDEX lot_trait_by_happened ON lot_trait (happened, lot);
CREATE INDEX lot_trait_by_recorded ON lot_trait (recorded, lot);
CREATE INDEX lot_by_form ON lot (form, id);
CREATE INDEX lot_party_by_party ON lot_party (party, lot);

-- From an annex, which may be withdrawn.
CREATE TABLE lot_detail (
    lot   uuid  NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT lot_detail_pk PRIMARY KEY (lot),
    CONSTRAINT lot_detail_lot_fk FOREIGN KEY (lot) REFERENCES lot (id)
);

CREATE TABLE lot_identifier (
    lot    uuid NOT NULL,
    scheme text NOT NULL,
    value  text NOT NULL,
    CONSTRAINT lot_identifier_pk PRIMARY KEY (value, scheme, lot),
    CONSTRAINT lot_identifier_lot_fk FOREIGN KEY (lot) REFERENCES lot (id)
);

-- The book mass of an element in an output before less of it was measured; from an annex.
CREATE TABLE booked_loss (
    log_index   bigint  NOT NULL,
    output      integer NOT NULL,
    element     text    NOT NULL,
    book_ug     bigint  NOT NULL,
    measured_ug bigint  NOT NULL,
    CONSTRAINT booked_loss_pk PRIMARY KEY (log_index, output, element),
    CONSTRAINT booked_loss_of FOREIGN KEY (log_index) REFERENCES transformation (log_index),
    CONSTRAINT booked_loss_less CHECK (measured_ug >= 0 AND measured_ug < book_ug)
);

-- How assays of one lot stand beside each other: 0 says nothing of it, 1 provisional, 2 final, 3 umpire.
ALTER TABLE assay ADD COLUMN rank integer NOT NULL DEFAULT 0;
ALTER TABLE assay ADD COLUMN supersedes uuid;
ALTER TABLE assay ADD COLUMN laboratory text;
CREATE INDEX assay_by_lot ON assay (lot, rank, log_index);
CREATE INDEX assay_by_superseded ON assay (supersedes) WHERE supersedes IS NOT NULL;

-- What was fed before this migration: version 1 of every statement, so nothing is described.
INSERT INTO profile_country (digest, country)
SELECT DISTINCT p.digest, c.country
FROM profile p,
     jsonb_array_elements(convert_from(p.bytes, 'UTF8')::jsonb -> 'steps') s,
     jsonb_array_elements_text(s -> 'countries') c (country);

INSERT INTO lot_element (lot, element)
SELECT DISTINCT v.lot, r ->> 'element'
FROM lot_vector v, jsonb_array_elements(convert_from(v.original, 'UTF8')::jsonb -> 'rows') r;

INSERT INTO lot_country (lot, country)
SELECT DISTINCT v.lot, c.country
FROM lot_vector v,
     jsonb_array_elements(convert_from(v.original, 'UTF8')::jsonb -> 'rows') r
     JOIN profile_country c ON c.digest = decode(r ->> 'profile', 'base64');

INSERT INTO lot_trait (lot, facility, event_time, happened, recorded)
SELECT l.id, (b ->> 'facility')::uuid, b ->> 'eventTime', (b ->> 'eventTime')::timestamptz, s.entry_time
FROM lot l
     JOIN statement s ON s.log_index = l.log_index
     CROSS JOIN LATERAL (SELECT convert_from(s.bytes, 'UTF8')::jsonb -> 'body' AS b) body;

GRANT SELECT, INSERT ON profile_country, lot_element, lot_country, lot_trait, booked_loss TO "${app_role}";
GRANT SELECT, INSERT, DELETE ON lot_detail, lot_identifier TO "${app_role}";
