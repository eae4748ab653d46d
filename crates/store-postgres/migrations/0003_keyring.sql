-- Which keys wrap data keys; the keys themselves lie outside the database. A data key can only be
-- wrapped by a key that is listed here, and a key that wraps something cannot be taken off the list.
CREATE TABLE keyring (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    created BIGINT NOT NULL
);
CREATE UNIQUE INDEX keyring_has_one_root ON keyring (kind) WHERE kind = 'root';
INSERT INTO keyring (id, kind, created) SELECT DISTINCT wrapped_by, 'epoch', 0 FROM data_keys;

ALTER TABLE data_keys
    ADD CONSTRAINT data_keys_of_the_keyring FOREIGN KEY (wrapped_by) REFERENCES keyring (id);
CREATE INDEX data_keys_by_wrapping ON data_keys (wrapped_by);

-- What only one process at a time should do.
CREATE TABLE leases (
    name TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    until BIGINT NOT NULL
);

-- Answers about a session are sealed under its key.
ALTER TABLE idempotent_answers ADD COLUMN session TEXT;
CREATE INDEX idempotent_answers_by_session ON idempotent_answers (session)
    WHERE session IS NOT NULL;

CREATE TABLE erasure_receipts (
    position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    session TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    created BIGINT NOT NULL,
    receipt TEXT NOT NULL
);

-- What retention rules walk through, oldest first.
ALTER TABLE reports ADD COLUMN biometrics_erased BIGINT;
CREATE INDEX reports_with_biometrics ON reports (account, mode, created)
    WHERE biometrics_erased IS NULL;
CREATE INDEX files_by_age ON files (account, mode, created) WHERE session IS NOT NULL;
CREATE INDEX sessions_by_age ON sessions (account, mode, created) WHERE redaction IS NULL;
