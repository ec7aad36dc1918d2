-- Handovers as far as they have come.
CREATE TABLE transfer (
    transfer uuid NOT NULL,
    sender uuid NOT NULL,
    recipient uuid NOT NULL,
    title_passes boolean NOT NULL,
    state text NOT NULL,
    offered_index bigint NOT NULL,
    answered_index bigint,
    CONSTRAINT transfer_pk PRIMARY KEY (transfer),
    CONSTRAINT transfer_offered_index UNIQUE (offered_index),
    CONSTRAINT transfer_answered_index UNIQUE (answered_index),
    CONSTRAINT transfer_two_parties CHECK (sender <> recipient),
    CONSTRAINT transfer_state_known CHECK (state IN ('OFFERED', 'ACCEPTED')),
    CONSTRAINT transfer_answered_after_offer CHECK (answered_index > offered_index),
    CONSTRAINT transfer_open_until_answered CHECK ((state = 'OFFERED') = (answered_index IS NULL))
);

CREATE INDEX transfer_by_sender ON transfer (sender, offered_index);
CREATE INDEX transfer_by_recipient ON transfer (recipient, offered_index);

CREATE TABLE transfer_lot (
    transfer uuid NOT NULL,
    lot uuid NOT NULL,
    mass_ug bigint NOT NULL,
    CONSTRAINT transfer_lot_pk PRIMARY KEY (transfer, lot),
    CONSTRAINT transfer_lot_transfer FOREIGN KEY (transfer) REFERENCES transfer (transfer),
    CONSTRAINT transfer_lot_mass_in_bounds CHECK (mass_ug BETWEEN 1 AND 1000000000000000000)
);

GRANT SELECT, INSERT, UPDATE ON transfer TO ${app_role};
GRANT SELECT, INSERT ON transfer_lot TO ${app_role};
