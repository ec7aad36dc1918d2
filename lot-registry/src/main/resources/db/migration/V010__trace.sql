-- Who handed a lot to whom, so that whoever handed it over can tell the one who has to know.

CREATE TABLE handover (
    lot        uuid   NOT NULL,
    log_index  bigint NOT NULL,
    from_party uuid   NOT NULL,
    to_party   uuid   NOT NULL,
    CONSTRAINT handover_pk PRIMARY KEY (lot, log_index),
    CONSTRAINT handover_lot_fk FOREIGN KEY (lot) REFERENCES lot (id),
    CONSTRAINT handover_statement_fk FOREIGN KEY (log_index) REFERENCES statement (log_index)
);

-- The handovers that were read before this table was there.
INSERT INTO handover (lot, log_index, from_party, to_party)
SELECT (taken ->> 'lot')::uuid, s.log_index, o.actor, s.actor
FROM (SELECT log_index, actor, convert_from(bytes, 'UTF8')::json -> 'body' AS body FROM statement
      WHERE kind = 'TransferAccepted') s
    JOIN transfer t ON t.id = (s.body ->> 'transfer')::uuid
    JOIN statement o ON o.log_index = t.log_index
    CROSS JOIN LATERAL json_array_elements(s.body -> 'lots') AS taken;

CREATE INDEX transformation_input_by_lot ON transformation_input (lot, log_index);

-- Walks through a lot's genealogy, breadth first, as far as their pages were asked for. They can be made again from
-- the tables above at any time, so they are not logged, refer to no lot by constraint, and are swept after an hour.
-- Where a walk goes on: after the edge (next_index, next_place) of the lot at next_parent.
CREATE UNLOGGED TABLE trace (
    id          uuid        NOT NULL,
    sight       text        NOT NULL,
    root        uuid        NOT NULL,
    direction   text        NOT NULL,
    as_of       bigint      NOT NULL,
    lots        integer     NOT NULL DEFAULT 1,
    next_parent integer     NOT NULL DEFAULT 0,
    next_index  bigint      NOT NULL DEFAULT 0,
    next_place  integer     NOT NULL DEFAULT -1,
    whole       boolean     NOT NULL DEFAULT false,
    touched_at  timestamptz NOT NULL,
    CONSTRAINT trace_pk PRIMARY KEY (id),
    CONSTRAINT trace_once UNIQUE (sight, root, direction, as_of),
    CONSTRAINT trace_direction_known CHECK (direction IN ('UPSTREAM', 'DOWNSTREAM'))
);

CREATE INDEX trace_by_age ON trace (touched_at);
CREATE INDEX trace_by_sight ON trace (sight, touched_at);

CREATE UNLOGGED TABLE trace_lot (
    trace    uuid    NOT NULL,
    position integer NOT NULL,
    lot      uuid    NOT NULL,
    depth    integer NOT NULL,
    CONSTRAINT trace_lot_pk PRIMARY KEY (trace, position),
    CONSTRAINT trace_lot_once UNIQUE (trace, lot),
    CONSTRAINT trace_lot_trace_fk FOREIGN KEY (trace) REFERENCES trace (id) ON DELETE CASCADE
);

GRANT SELECT, INSERT ON handover TO "${app_role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON trace TO "${app_role}";
GRANT SELECT, INSERT ON trace_lot TO "${app_role}";
