\set lot random(1, 300000)
WITH at AS (SELECT nextval('next_index') AS index),
said AS (INSERT INTO statement SELECT index, sha256('digest'), gen_random_uuid(), gen_random_uuid(), convert_to(repeat('s', 700), 'UTF8') FROM at),
kept AS (INSERT INTO acceptance_record SELECT index, sha256('record'), convert_to(repeat('r', 400), 'UTF8') FROM at),
moved AS (UPDATE holding SET version = version + 1, state = 'OFFERED', last_record = sha256('next'), spend_secret = sha256('next') WHERE lot = :lot)
INSERT INTO entry SELECT index, now(), sha256('leaf'), convert_to(repeat('e', 350), 'UTF8') FROM at;
