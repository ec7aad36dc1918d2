INSERT INTO plain VALUES (nextval('next_plain'), sha256('digest'), gen_random_uuid(), gen_random_uuid(), convert_to(repeat('s', 700), 'UTF8'));
