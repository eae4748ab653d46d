-- When an attempt counts as abandoned, and by how much the time of a test session is ahead.
ALTER TABLE sessions ADD COLUMN abandon_at BIGINT;
ALTER TABLE sessions ADD COLUMN clock_offset BIGINT NOT NULL DEFAULT 0;
CREATE INDEX sessions_to_abandon ON sessions (abandon_at) WHERE abandon_at IS NOT NULL;
CREATE INDEX ephemeral_keys_of_session ON ephemeral_keys (session);
