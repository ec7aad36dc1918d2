INSERT INTO chained (log_index, hash, bytes) VALUES (0, '', convert_to(repeat('s', 700), 'UTF8'));
