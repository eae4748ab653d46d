-- Deliveries are leased by endpoint, so that those to one don't wait for those to another. Jobs of
-- other kinds share alike.
ALTER TABLE jobs ADD COLUMN share TEXT NOT NULL DEFAULT '';
UPDATE jobs SET share = json_extract(payload, '$.endpoint') WHERE kind = 'deliver';
DROP INDEX jobs_due;
CREATE INDEX jobs_due ON jobs (kind, share, due) WHERE blocked = 0;
CREATE INDEX jobs_in_hand ON jobs (kind, share, due) WHERE lease_owner IS NOT NULL;

-- How deliveries to an endpoint go: tries that failed one after the other, and until when the next
-- one waits.
ALTER TABLE webhook_endpoints ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE webhook_endpoints ADD COLUMN failing_since INTEGER;
ALTER TABLE webhook_endpoints ADD COLUMN held_until INTEGER;
