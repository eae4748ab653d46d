-- What was seen in a file, sealed under its session's data key, from the look at it until the verdict. A file
-- that is deleted takes along what was seen in it.
CREATE TABLE observations (
    file TEXT NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    session TEXT NOT NULL,
    created BIGINT NOT NULL,
    fingerprint BYTEA NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (file, kind)
);
CREATE INDEX observations_by_session ON observations (session);
