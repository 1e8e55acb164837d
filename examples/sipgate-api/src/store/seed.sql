-- What a new data file holds, so that a newcomer finds something. The numbers are of the range that Germany's
-- regulator keeps free for films and books.

INSERT INTO account (id, company, main_product_type, verified, balance, currency)
VALUES (1, 'Analytical Engines GmbH', 'TEAM', 1, 423500, 'EUR');

INSERT INTO contacts (id, name, number, email, created_at) VALUES
    ('ada', 'Ada Lovelace', '+491713920010', 'ada@example.com', '2026-01-05T09:00:00Z'),
    ('grace', 'Grace Hopper', '+491713920020', NULL, '2026-01-06T10:30:00Z');

INSERT INTO numbers (id, number, kind, endpoint) VALUES
    ('n0', '+492214710000', 'LANDLINE', 'p0'),
    ('n1', '+492214710001', 'LANDLINE', 'f0'),
    ('n2', '+491713920000', 'MOBILE', 'y0');

INSERT INTO devices (id, alias, caller_id) VALUES
    ('e0', 'Desk phone', '+492214710000'),
    ('y0', 'Mobile phone', '+491713920000');

INSERT INTO senders (kind, number) VALUES ('FAX', '+492214710001'), ('SMS', '+491713920000');

INSERT INTO users (id, firstname, lastname, email) VALUES
    ('w0', 'Charles', 'Babbage', 'charles@example.com'),
    ('w1', 'Mary', 'Somerville', 'mary@example.com'),
    ('w2', 'Luigi', 'Menabrea', 'luigi@example.com');

INSERT INTO groups (id, alias) VALUES ('g0', 'Sales'), ('g1', 'Workshop');

INSERT INTO group_users (group_id, user_id) VALUES ('g0', 'w0'), ('g0', 'w1'), ('g1', 'w2');

INSERT INTO history (id, kind, direction, source, target, status, content, created_at) VALUES
    ('h0', 'CALL', 'INCOMING', '+491713920010', '+492214710000', 'PICKUP', NULL, '2026-01-07T08:15:00Z'),
    ('h1', 'FAX', 'INCOMING', '+491713920020', '+492214710001', 'RECEIVED', NULL, '2026-01-07T11:42:00Z');

INSERT INTO webhook_log (event, url, response_status, created_at) VALUES
    ('newCall', 'https://crm.example.com/hooks/calls', 200, '2026-01-07T08:15:00Z'),
    ('answer', 'https://crm.example.com/hooks/calls', 200, '2026-01-07T08:15:07Z'),
    ('hangup', 'https://crm.example.com/hooks/calls', 503, '2026-01-07T08:21:33Z');
