-- Times are Unix seconds. Columns named `sealed…` are ciphertext. `position` orders lists: it only
-- grows, within an account and mode in the order of commits (see `lock.rs`). Indexes that lists
-- read end in it.

CREATE TABLE accounts (
    position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    created BIGINT NOT NULL,
    name TEXT NOT NULL
);

CREATE TABLE api_keys (
    position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    kind TEXT NOT NULL,
    permissions JSONB NOT NULL,
    allowed_networks JSONB NOT NULL,
    hash BYTEA NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    last_four TEXT NOT NULL,
    created BIGINT NOT NULL,
    revoked BIGINT
);

-- Destroyed keys are dead rows until they are vacuumed: here soon, not when a fifth of them died.
CREATE TABLE data_keys (
    owner TEXT PRIMARY KEY,
    wrapped_by TEXT NOT NULL,
    bytes BYTEA NOT NULL
) WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

CREATE TABLE sessions (
    position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    created BIGINT NOT NULL,
    verification_type TEXT NOT NULL,
    status TEXT NOT NULL,
    options JSONB NOT NULL,
    metadata JSONB NOT NULL,
    client_reference_id TEXT,
    related_customer TEXT,
    related_customer_account TEXT,
    related_person JSONB,
    return_url TEXT,
    verification_flow TEXT,
    last_error JSONB,
    last_report TEXT,
    redaction TEXT,
    submissions BIGINT NOT NULL,
    links_spent BIGINT NOT NULL,
    submitted_at BIGINT,
    sealed BYTEA
);
CREATE INDEX sessions_in_scope ON sessions (account, mode, position);
CREATE INDEX sessions_by_status ON sessions (account, mode, status, position);
CREATE INDEX sessions_by_reference ON sessions (account, mode, client_reference_id, position)
    WHERE client_reference_id IS NOT NULL;
CREATE INDEX sessions_by_customer ON sessions (account, mode, related_customer, position)
    WHERE related_customer IS NOT NULL;
CREATE INDEX sessions_by_customer_account
    ON sessions (account, mode, related_customer_account, position)
    WHERE related_customer_account IS NOT NULL;
CREATE INDEX sessions_in_processing ON sessions (submitted_at) WHERE status = 'processing';

CREATE TABLE reports (
    position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    created BIGINT NOT NULL,
    verification_type TEXT NOT NULL,
    session TEXT NOT NULL,
    client_reference_id TEXT,
    sealed BYTEA NOT NULL
);
CREATE INDEX reports_in_scope ON reports (account, mode, position);
CREATE INDEX reports_by_type ON reports (account, mode, verification_type, position);
CREATE INDEX reports_by_session ON reports (account, mode, session, position);
CREATE INDEX reports_by_reference ON reports (account, mode, client_reference_id, position)
    WHERE client_reference_id IS NOT NULL;

CREATE TABLE files (
    position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    created BIGINT NOT NULL,
    purpose TEXT NOT NULL,
    size BIGINT NOT NULL,
    file_type TEXT,
    session TEXT,
    blob TEXT NOT NULL,
    sealed_name BYTEA
);
CREATE INDEX files_in_scope ON files (account, mode, position)
    WHERE purpose <> 'identity_private';
CREATE INDEX files_by_purpose ON files (account, mode, purpose, position)
    WHERE purpose <> 'identity_private';
CREATE INDEX files_by_session ON files (session, position) WHERE session IS NOT NULL;

CREATE TABLE file_links (
    position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    created BIGINT NOT NULL,
    file TEXT NOT NULL,
    expires_at BIGINT,
    metadata JSONB NOT NULL
);
CREATE INDEX file_links_in_scope ON file_links (account, mode, position);
CREATE INDEX file_links_by_file ON file_links (account, mode, file, position);

CREATE TABLE ephemeral_keys (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    session TEXT NOT NULL,
    created BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    hash BYTEA NOT NULL UNIQUE CHECK (octet_length(hash) = 32)
);

CREATE TABLE events (
    position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    created BIGINT NOT NULL,
    event_type TEXT NOT NULL,
    session TEXT NOT NULL,
    object JSONB NOT NULL,
    request_id TEXT,
    idempotency_key TEXT,
    pending_webhooks BIGINT NOT NULL CHECK (pending_webhooks >= 0)
);
CREATE INDEX events_in_scope ON events (account, mode, position);
CREATE INDEX events_by_type ON events (account, mode, event_type, position);
CREATE INDEX events_undelivered ON events (account, mode, position) WHERE pending_webhooks > 0;
CREATE INDEX events_by_session ON events (session, position);

CREATE TABLE webhook_endpoints (
    position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    created BIGINT NOT NULL,
    url TEXT NOT NULL,
    description TEXT,
    enabled_events JSONB NOT NULL,
    metadata JSONB NOT NULL,
    status TEXT NOT NULL,
    api_version TEXT,
    sealed_secret BYTEA NOT NULL
);
CREATE INDEX webhook_endpoints_in_scope ON webhook_endpoints (account, mode, position);

-- `due` is when a worker may take the job: its run time, or the end of its lease. `blocked` jobs
-- have an older job in their lane; completing that one unblocks them.
CREATE TABLE jobs (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind TEXT NOT NULL,
    payload JSONB NOT NULL,
    lane TEXT,
    blocked BOOLEAN NOT NULL,
    due BIGINT NOT NULL,
    lease_owner TEXT,
    attempts BIGINT NOT NULL,
    created BIGINT NOT NULL
);
CREATE INDEX jobs_due ON jobs (kind, due, id) WHERE NOT blocked;
CREATE INDEX jobs_by_kind ON jobs (kind);
CREATE INDEX jobs_by_lane ON jobs (lane, id) WHERE lane IS NOT NULL;

CREATE TABLE idempotent_answers (
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint BYTEA NOT NULL CHECK (octet_length(fingerprint) = 32),
    status INTEGER NOT NULL,
    sealed_body BYTEA NOT NULL,
    created BIGINT NOT NULL,
    PRIMARY KEY (account, mode, key)
);
CREATE INDEX idempotent_answers_by_age ON idempotent_answers (created);
