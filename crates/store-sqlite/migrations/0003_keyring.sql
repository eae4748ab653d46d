-- Which keys wrap data keys; the keys themselves lie outside the database. A data key can only be
-- wrapped by a key that is listed here, and a key that wraps something cannot be taken off the list.
CREATE TABLE keyring (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX keyring_has_one_root ON keyring (kind) WHERE kind = 'root';
INSERT INTO keyring (id, kind, created) SELECT DISTINCT wrapped_by, 'epoch', 0 FROM data_keys;

CREATE TABLE data_keys_of_the_keyring (
    owner TEXT NOT NULL PRIMARY KEY,
    wrapped_by TEXT NOT NULL REFERENCES keyring (id),
    bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO data_keys_of_the_keyring (owner, wrapped_by, bytes)
    SELECT owner, wrapped_by, bytes FROM data_keys;
DROP TABLE data_keys;
ALTER TABLE data_keys_of_the_keyring RENAME TO data_keys;
CREATE INDEX data_keys_by_wrapping ON data_keys (wrapped_by);

-- What only one process at a time should do.
CREATE TABLE leases (
    name TEXT NOT NULL PRIMARY KEY,
    owner TEXT NOT NULL,
    until INTEGER NOT NULL
) STRICT;

-- Answers about a session are sealed under its key.
ALTER TABLE idempotent_answers ADD COLUMN session TEXT;
CREATE INDEX idempotent_answers_by_session ON idempotent_answers (session)
    WHERE session IS NOT NULL;

CREATE TABLE erasure_receipts (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    session TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    created INTEGER NOT NULL,
    receipt TEXT NOT NULL
) STRICT;

-- What retention rules walk through, oldest first.
ALTER TABLE reports ADD COLUMN biometrics_erased INTEGER;
CREATE INDEX reports_with_biometrics ON reports (account, mode, created)
    WHERE biometrics_erased IS NULL;
CREATE INDEX files_by_age ON files (account, mode, created) WHERE session IS NOT NULL;
CREATE INDEX sessions_by_age ON sessions (account, mode, created) WHERE redaction IS NULL;
