-- The tables of the server. Executed once, when a data file is new; store/mod.rs bumps the version if this changes.
-- Times are text in UTC as RFC 3339 has it, which sorts by time.

CREATE TABLE account (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    company TEXT NOT NULL,
    main_product_type TEXT NOT NULL,
    verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
    -- In ten thousandths of the currency.
    balance INTEGER NOT NULL,
    currency TEXT NOT NULL
) STRICT;

CREATE TABLE contacts (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    number TEXT NOT NULL,
    email TEXT,
    created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE numbers (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('LANDLINE', 'MOBILE')),
    endpoint TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
    id TEXT PRIMARY KEY,
    alias TEXT NOT NULL,
    caller_id TEXT NOT NULL REFERENCES numbers (number)
) STRICT, WITHOUT ROWID;

-- The numbers that only sending has: which of the account's numbers stands for text messages and faxes.
CREATE TABLE senders (
    kind TEXT PRIMARY KEY CHECK (kind IN ('SMS', 'FAX')),
    number TEXT NOT NULL REFERENCES numbers (number)
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
    id TEXT PRIMARY KEY,
    firstname TEXT NOT NULL,
    lastname TEXT NOT NULL,
    email TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE groups (
    id TEXT PRIMARY KEY,
    alias TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE group_users (
    group_id TEXT NOT NULL REFERENCES groups (id),
    user_id TEXT NOT NULL REFERENCES users (id),
    PRIMARY KEY (group_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE history (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('CALL', 'FAX', 'SMS')),
    direction TEXT NOT NULL CHECK (direction IN ('INCOMING', 'OUTGOING')),
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    status TEXT NOT NULL,
    content TEXT,
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE webhook_log (
    position INTEGER PRIMARY KEY,
    event TEXT NOT NULL,
    url TEXT NOT NULL,
    response_status INTEGER NOT NULL,
    created_at TEXT NOT NULL
) STRICT;
