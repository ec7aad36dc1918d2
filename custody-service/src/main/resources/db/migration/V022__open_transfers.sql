-- What waits for a party is little of all that it has ever handed over.
CREATE INDEX transfer_open_by_sender ON transfer (sender, offered_index) WHERE state IN ('OFFERED', 'DISPUTED');
CREATE INDEX transfer_open_by_recipient ON transfer (recipient, offered_index) WHERE state IN ('OFFERED', 'DISPUTED');
