-- Times are Unix seconds. Columns named `sealed…` are ciphertext. `position` orders lists: it only
-- grows, in the order of commits. Indexes on (account, mode, …) end in `position` by themselves,
-- because it is the row id.

CREATE TABLE accounts (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE api_keys (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    kind TEXT NOT NULL,
    permissions TEXT NOT NULL, -- JSON
    allowed_networks TEXT NOT NULL, -- JSON
    hash BLOB NOT NULL UNIQUE,
    last_four TEXT NOT NULL,
    created INTEGER NOT NULL,
    revoked INTEGER
) STRICT;

-- No row id and no second copy in an index: destroying a key leaves one place to overwrite.
CREATE TABLE data_keys (
    owner TEXT NOT NULL PRIMARY KEY,
    wrapped_by TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    created INTEGER NOT NULL,
    verification_type TEXT NOT NULL,
    status TEXT NOT NULL,
    options TEXT NOT NULL, -- JSON
    metadata TEXT NOT NULL, -- JSON
    client_reference_id TEXT,
    related_customer TEXT,
    related_customer_account TEXT,
    related_person TEXT, -- JSON
    return_url TEXT,
    verification_flow TEXT,
    last_error TEXT, -- JSON
    last_report TEXT,
    redaction TEXT,
    submissions INTEGER NOT NULL,
    links_spent INTEGER NOT NULL,
    submitted_at INTEGER,
    sealed BLOB
) STRICT;
CREATE INDEX sessions_in_scope ON sessions (account, mode);
CREATE INDEX sessions_by_status ON sessions (account, mode, status);
CREATE INDEX sessions_by_reference ON sessions (account, mode, client_reference_id)
    WHERE client_reference_id IS NOT NULL;
CREATE INDEX sessions_by_customer ON sessions (account, mode, related_customer)
    WHERE related_customer IS NOT NULL;
CREATE INDEX sessions_by_customer_account ON sessions (account, mode, related_customer_account)
    WHERE related_customer_account IS NOT NULL;
CREATE INDEX sessions_in_processing ON sessions (submitted_at) WHERE status = 'processing';

CREATE TABLE reports (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    created INTEGER NOT NULL,
    verification_type TEXT NOT NULL,
    session TEXT NOT NULL,
    client_reference_id TEXT,
    sealed BLOB NOT NULL
) STRICT;
CREATE INDEX reports_in_scope ON reports (account, mode);
CREATE INDEX reports_by_type ON reports (account, mode, verification_type);
CREATE INDEX reports_by_session ON reports (account, mode, session);
CREATE INDEX reports_by_reference ON reports (account, mode, client_reference_id)
    WHERE client_reference_id IS NOT NULL;

CREATE TABLE files (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    created INTEGER NOT NULL,
    purpose TEXT NOT NULL,
    size INTEGER NOT NULL,
    file_type TEXT,
    session TEXT,
    blob TEXT NOT NULL,
    sealed_name BLOB
) STRICT;
CREATE INDEX files_in_scope ON files (account, mode) WHERE purpose <> 'identity_private';
CREATE INDEX files_by_purpose ON files (account, mode, purpose)
    WHERE purpose <> 'identity_private';
CREATE INDEX files_by_session ON files (session) WHERE session IS NOT NULL;

CREATE TABLE file_links (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    created INTEGER NOT NULL,
    file TEXT NOT NULL,
    expires_at INTEGER,
    metadata TEXT NOT NULL -- JSON
) STRICT;
CREATE INDEX file_links_in_scope ON file_links (account, mode);
CREATE INDEX file_links_by_file ON file_links (account, mode, file);

CREATE TABLE ephemeral_keys (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    session TEXT NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    hash BLOB NOT NULL UNIQUE
) STRICT;

CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    created INTEGER NOT NULL,
    event_type TEXT NOT NULL,
    session TEXT NOT NULL,
    object TEXT NOT NULL, -- JSON
    request_id TEXT,
    idempotency_key TEXT,
    pending_webhooks INTEGER NOT NULL CHECK (pending_webhooks >= 0)
) STRICT;
CREATE INDEX events_in_scope ON events (account, mode);
CREATE INDEX events_by_type ON events (account, mode, event_type);
CREATE INDEX events_undelivered ON events (account, mode) WHERE pending_webhooks > 0;
CREATE INDEX events_by_session ON events (session);

CREATE TABLE webhook_endpoints (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    created INTEGER NOT NULL,
    url TEXT NOT NULL,
    description TEXT,
    enabled_events TEXT NOT NULL, -- JSON
    metadata TEXT NOT NULL, -- JSON
    status TEXT NOT NULL,
    api_version TEXT,
    sealed_secret BLOB NOT NULL
) STRICT;
CREATE INDEX webhook_endpoints_in_scope ON webhook_endpoints (account, mode);

-- `due` is when a worker may take the job: its run time, or the end of its lease. `blocked` jobs
-- have an older job in their lane; completing that one unblocks them.
CREATE TABLE jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL, -- JSON
    lane TEXT,
    blocked INTEGER NOT NULL CHECK (blocked IN (0, 1)),
    due INTEGER NOT NULL,
    lease_owner TEXT,
    attempts INTEGER NOT NULL,
    created INTEGER NOT NULL
) STRICT;
CREATE INDEX jobs_due ON jobs (kind, due) WHERE blocked = 0;
CREATE INDEX jobs_by_kind ON jobs (kind);
CREATE INDEX jobs_by_lane ON jobs (lane) WHERE lane IS NOT NULL;

CREATE TABLE idempotent_answers (
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint BLOB NOT NULL,
    status INTEGER NOT NULL,
    sealed_body BLOB NOT NULL,
    created INTEGER NOT NULL,
    PRIMARY KEY (account, mode, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotent_answers_by_age ON idempotent_answers (created);
