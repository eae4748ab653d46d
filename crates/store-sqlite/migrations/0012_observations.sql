-- What was seen in a file, sealed under its session's data key, from the look at it until the verdict. A file
-- that is deleted takes along what was seen in it.
CREATE TABLE observations (
    file TEXT NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    account TEXT NOT NULL,
    mode TEXT NOT NULL,
    session TEXT NOT NULL,
    created INTEGER NOT NULL,
    fingerprint BLOB NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (file, kind)
) STRICT;
CREATE INDEX observations_by_session ON observations (session);
