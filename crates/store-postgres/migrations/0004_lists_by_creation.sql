-- Lists that are narrowed to a time of creation go by (created, position): each needs a way to its
-- rows in that order.
CREATE INDEX sessions_by_creation ON sessions (account, mode, created, position);
CREATE INDEX sessions_by_status_and_creation ON sessions (account, mode, status, created, position);
CREATE INDEX sessions_by_reference_and_creation
    ON sessions (account, mode, client_reference_id, created, position)
    WHERE client_reference_id IS NOT NULL;
CREATE INDEX sessions_by_customer_and_creation
    ON sessions (account, mode, related_customer, created, position) WHERE related_customer IS NOT NULL;
CREATE INDEX sessions_by_customer_account_and_creation
    ON sessions (account, mode, related_customer_account, created, position)
    WHERE related_customer_account IS NOT NULL;

CREATE INDEX reports_by_creation ON reports (account, mode, created, position);
CREATE INDEX reports_by_type_and_creation ON reports (account, mode, verification_type, created, position);
CREATE INDEX reports_by_session_and_creation ON reports (account, mode, session, created, position);
CREATE INDEX reports_by_reference_and_creation
    ON reports (account, mode, client_reference_id, created, position)
    WHERE client_reference_id IS NOT NULL;

CREATE INDEX files_by_creation ON files (account, mode, created, position)
    WHERE purpose <> 'identity_private';
CREATE INDEX files_by_purpose_and_creation ON files (account, mode, purpose, created, position)
    WHERE purpose <> 'identity_private';

CREATE INDEX file_links_by_creation ON file_links (account, mode, created, position);
CREATE INDEX file_links_by_file_and_creation ON file_links (account, mode, file, created, position);

CREATE INDEX events_by_creation ON events (account, mode, created, position);
CREATE INDEX events_by_type_and_creation ON events (account, mode, event_type, created, position);
CREATE INDEX events_undelivered_by_creation ON events (account, mode, created, position)
    WHERE pending_webhooks > 0;
