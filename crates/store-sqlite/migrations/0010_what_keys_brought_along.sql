-- `sensitive_results` brought `write` along without anybody having named it. Keys keep what they had;
-- this is where it is said of them.
ALTER TABLE api_keys ADD COLUMN brought_along TEXT;
UPDATE api_keys SET brought_along = 'write'
    WHERE kind = 'restricted' AND permissions LIKE '%"sensitive_results"%'
        AND permissions LIKE '%"write"%';

-- Links to pictures that were prolonged past their 30 seconds, and links to files that have none.
UPDATE file_links SET expires_at = created + 30
    WHERE (expires_at IS NULL OR expires_at > created + 30) AND file IN (
        SELECT id FROM files WHERE session IS NOT NULL OR purpose IN (
            'identity_document_downloadable', 'selfie', 'account_requirement',
            'additional_verification', 'document_provider_identity_document', 'identity_document',
            'identity_private', 'platform_terms_of_service', 'terminal_wifi_certificate',
            'terminal_wifi_private_key'
        )
    );
