use async_trait::async_trait;
use identity::{
    Account, AccountId, ApiKey, ApiKeyId, EndpointHealth, EphemeralKey, EphemeralKeyId, Event,
    EventId, FileId, FileLink, FileLinkId, ReportId, SessionId, Timestamp, WebhookEndpointId,
};

use crate::{
    DeliveryQueue, EndpointRecord, ErasureReceiptRecord, EventFilter, FileFilter, FileLinkFilter,
    FileRecord, IdempotentAnswer, Job, JobKind, JobPayload, KeyringEntry, KnownFrame, Listing,
    ObservationRecord, Page, ReportFilter, ReportRecord, RetentionKind, Scope, SessionFilter,
    SessionRecord, StoreError, WrappedKey,
};

type Result<T> = std::result::Result<T, StoreError>;

/// Accounts.
#[async_trait]
pub trait Accounts {
    /// Adds an account.
    async fn insert_account(&mut self, account: &Account) -> Result<()>;
    /// One account.
    async fn account(&mut self, id: &AccountId) -> Result<Option<Account>>;
    /// Every account, oldest first.
    async fn accounts(&mut self) -> Result<Vec<Account>>;
}

/// API keys.
#[async_trait]
pub trait ApiKeys {
    /// Adds a key.
    async fn insert_api_key(&mut self, key: &ApiKey) -> Result<()>;
    /// The key whose text hashes to this, revoked or not.
    async fn api_key_by_hash(&mut self, hash: &[u8; 32]) -> Result<Option<ApiKey>>;
    /// Every key, oldest first.
    async fn api_keys(&mut self) -> Result<Vec<ApiKey>>;
    /// Ends a key's life; false where no living key has this identifier.
    async fn revoke_api_key(&mut self, id: &ApiKeyId, now: Timestamp) -> Result<bool>;
}

/// Data keys of sessions and files, by owner (`vs_…`, `file_…`). Destroying one is redaction.
#[async_trait]
pub trait DataKeys {
    /// Adds the key of an owner that has none.
    async fn insert_data_key(&mut self, owner: &str, key: &WrappedKey) -> Result<()>;
    /// The key of an owner.
    async fn data_key(&mut self, owner: &str) -> Result<Option<WrappedKey>>;
    /// Destroys the key of an owner; false where there is none.
    async fn destroy_data_key(&mut self, owner: &str) -> Result<bool>;
    /// Some owners, at most `limit`, whose keys this key wraps, with those keys.
    async fn data_keys_wrapped_by(
        &mut self,
        wrapping: &str,
        limit: u32,
    ) -> Result<Vec<(String, WrappedKey)>>;
    /// Replaces the key of an owner by the same, wrapped anew; false where `from` is not the key it
    /// has, or it has none any more.
    async fn rewrap_data_key(
        &mut self,
        owner: &str,
        from: &WrappedKey,
        to: &WrappedKey,
    ) -> Result<bool>;
}

/// The names of the keys that wrap data keys. The keys themselves lie outside the database.
#[async_trait]
pub trait Keyring {
    /// Adds a name; a second root is a [`StoreError::Conflict`].
    async fn insert_keyring_entry(&mut self, entry: &KeyringEntry) -> Result<()>;
    /// Every name, oldest first.
    async fn keyring(&mut self) -> Result<Vec<KeyringEntry>>;
    /// Takes a name off; false where it is not there. A name under which a data key is wrapped
    /// stays: that is a [`StoreError::Conflict`].
    async fn remove_keyring_entry(&mut self, id: &str) -> Result<bool>;
}

/// What only one process at a time should do.
#[async_trait]
pub trait Leases {
    /// Takes or prolongs a lease; false where somebody else has it.
    async fn hold_lease(
        &mut self,
        name: &str,
        owner: &str,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<bool>;
}

/// Proofs that sessions were erased.
#[async_trait]
pub trait ErasureReceipts {
    /// Adds the receipt of a session that has none.
    async fn insert_erasure_receipt(&mut self, record: &ErasureReceiptRecord) -> Result<()>;
    /// The receipt of a session.
    async fn erasure_receipt(
        &mut self,
        scope: &Scope,
        session: &SessionId,
    ) -> Result<Option<ErasureReceiptRecord>>;
    /// Receipts of all accounts, oldest first, at most `limit` after the one of this session.
    async fn erasure_receipts(
        &mut self,
        after: Option<&SessionId>,
        limit: u32,
    ) -> Result<Vec<ErasureReceiptRecord>>;
}

/// What retention rules walk through: the oldest of a scope, created before a moment.
#[async_trait]
pub trait Retention {
    /// How many files of sessions, reports with biometrics, or sessions there are to walk through.
    async fn count_expired(
        &mut self,
        scope: &Scope,
        kind: RetentionKind,
        before: Timestamp,
    ) -> Result<u64>;
    /// Files of sessions.
    async fn files_created_before(
        &mut self,
        scope: &Scope,
        moment: Timestamp,
        limit: u32,
    ) -> Result<Vec<FileRecord>>;
    /// Reports whose biometric part is not erased.
    async fn reports_with_biometrics_before(
        &mut self,
        scope: &Scope,
        moment: Timestamp,
        limit: u32,
    ) -> Result<Vec<ReportRecord>>;
    /// Writes a report back without its biometric part.
    async fn erase_biometrics(
        &mut self,
        id: &ReportId,
        sealed: &[u8],
        now: Timestamp,
    ) -> Result<()>;
    /// Sessions that are neither redacted nor in `processing`.
    async fn sessions_created_before(
        &mut self,
        scope: &Scope,
        moment: Timestamp,
        limit: u32,
    ) -> Result<Vec<SessionRecord>>;
}

/// Verification sessions.
#[async_trait]
pub trait Sessions {
    /// Adds a session.
    async fn insert_session(&mut self, record: &SessionRecord) -> Result<()>;
    /// A session by identifier within a scope.
    async fn session(&mut self, scope: &Scope, id: &SessionId) -> Result<Option<SessionRecord>>;
    /// [`Self::session`] for a unit that asks nothing else. What it finds was committed when it was
    /// asked for; what the unit reads later may be newer.
    async fn session_alone(
        &mut self,
        scope: &Scope,
        id: &SessionId,
    ) -> Result<Option<SessionRecord>> {
        self.session(scope, id).await
    }
    /// A session by identifier alone: for callers whose token names the session.
    async fn session_anywhere(&mut self, id: &SessionId) -> Result<Option<SessionRecord>>;
    /// Writes a session back, whole.
    async fn update_session(&mut self, record: &SessionRecord) -> Result<()>;
    /// A page of sessions.
    async fn sessions(
        &mut self,
        scope: &Scope,
        filter: &SessionFilter,
        page: &Page,
    ) -> Result<Listing<SessionRecord>>;
    /// Sessions that have been `processing` since before this moment, oldest first, at most 100.
    async fn sessions_submitted_before(&mut self, moment: Timestamp) -> Result<Vec<SessionRecord>>;
    /// Sessions whose time to be abandoned has come at this moment, longest ago first, at most 100.
    async fn sessions_abandoned_by(&mut self, moment: Timestamp) -> Result<Vec<SessionRecord>>;
}

/// Frames that were handed in to follow challenges, by keyed digests of what they show. No row says whose
/// they were or in which session.
#[async_trait]
pub trait KnownFrames {
    /// Those of a scope that have one of these digests. Units that write and ask for this have what is
    /// known for themselves until they end: of two with the same film, one finds what the other added.
    async fn known_frames(&mut self, scope: &Scope, digests: &[String]) -> Result<Vec<KnownFrame>>;
    /// Adds frames, seen on a day.
    async fn insert_known_frames(
        &mut self,
        scope: &Scope,
        day: Timestamp,
        frames: &[KnownFrame],
    ) -> Result<()>;
    /// Forgets those of a scope, or of all, that were seen before a day; returns how many digests.
    async fn forget_known_frames(
        &mut self,
        scope: Option<&Scope>,
        before: Timestamp,
    ) -> Result<u64>;
}

/// Verification reports.
#[async_trait]
pub trait Reports {
    /// Adds a report.
    async fn insert_report(&mut self, record: &ReportRecord) -> Result<()>;
    /// Replaces the sealed contents of every report of a session by nothing; returns of how many.
    async fn empty_reports(&mut self, scope: &Scope, session: &SessionId) -> Result<u64>;
    /// A report by identifier.
    async fn report(&mut self, scope: &Scope, id: &ReportId) -> Result<Option<ReportRecord>>;
    /// A page of reports.
    async fn reports(
        &mut self,
        scope: &Scope,
        filter: &ReportFilter,
        page: &Page,
    ) -> Result<Listing<ReportRecord>>;
}

/// Files.
#[async_trait]
pub trait Files {
    /// Adds a file.
    async fn insert_file(&mut self, record: &FileRecord) -> Result<()>;
    /// A file by identifier.
    async fn file(&mut self, scope: &Scope, id: &FileId) -> Result<Option<FileRecord>>;
    /// A page of files. Those of purpose `identity_private` are the person's own and never listed.
    async fn files(
        &mut self,
        scope: &Scope,
        filter: &FileFilter,
        page: &Page,
    ) -> Result<Listing<FileRecord>>;
    /// Every file sealed under a session's key.
    async fn files_of_session(&mut self, session: &SessionId) -> Result<Vec<FileRecord>>;
    /// Forgets a file; its blob is the caller's to delete. False where there is none.
    async fn delete_file(&mut self, id: &FileId) -> Result<bool>;
    /// Those of these blobs that no file names.
    async fn blobs_of_no_file(&mut self, blobs: &[String]) -> Result<Vec<String>>;
}

/// What was seen in files, from the look at them until the verdict. Whatever was seen in a file goes with it.
#[async_trait]
pub trait Observations {
    /// Keeps what was seen in a file of a session, in place of what was kept of the same kind; false where
    /// the session has no such file (any more).
    async fn keep_observation(&mut self, record: &ObservationRecord) -> Result<bool>;
    /// What is kept of these files of a session, in any order.
    async fn observations(
        &mut self,
        session: &SessionId,
        files: &[FileId],
    ) -> Result<Vec<ObservationRecord>>;
    /// Forgets whatever was seen in a session's files; returns how many observations there were.
    async fn forget_observations(&mut self, session: &SessionId) -> Result<u64>;
}

/// Links to files.
#[async_trait]
pub trait FileLinks {
    /// Adds a link.
    async fn insert_file_link(&mut self, link: &FileLink) -> Result<()>;
    /// A link by identifier.
    async fn file_link(&mut self, scope: &Scope, id: &FileLinkId) -> Result<Option<FileLink>>;
    /// A link by identifier alone: its address is public.
    async fn file_link_anywhere(&mut self, id: &FileLinkId) -> Result<Option<FileLink>>;
    /// Writes a link back, whole.
    async fn update_file_link(&mut self, link: &FileLink) -> Result<()>;
    /// A page of links.
    async fn file_links(
        &mut self,
        scope: &Scope,
        filter: &FileLinkFilter,
        page: &Page,
    ) -> Result<Listing<FileLink>>;
}

/// Ephemeral keys.
#[async_trait]
pub trait EphemeralKeys {
    /// Adds a key.
    async fn insert_ephemeral_key(&mut self, key: &EphemeralKey) -> Result<()>;
    /// The key whose secret hashes to this, expired or not.
    async fn ephemeral_key_by_hash(&mut self, hash: &[u8; 32]) -> Result<Option<EphemeralKey>>;
    /// Deletes a key and returns it.
    async fn delete_ephemeral_key(
        &mut self,
        scope: &Scope,
        id: &EphemeralKeyId,
    ) -> Result<Option<EphemeralKey>>;
    /// Brings the end of a session's keys nearer.
    async fn age_ephemeral_keys(&mut self, session: &SessionId, seconds: i64) -> Result<()>;
}

/// Events.
#[async_trait]
pub trait Events {
    /// Adds an event.
    async fn insert_event(&mut self, event: &Event) -> Result<()>;
    /// An event by identifier.
    async fn event(&mut self, scope: &Scope, id: &EventId) -> Result<Option<Event>>;
    /// An event by identifier alone: for jobs, whose payloads name it.
    async fn event_anywhere(&mut self, id: &EventId) -> Result<Option<Event>>;
    /// A page of events.
    async fn events(
        &mut self,
        scope: &Scope,
        filter: &EventFilter,
        page: &Page,
    ) -> Result<Listing<Event>>;
    /// Every event of a session, oldest first.
    async fn events_of_session(&mut self, session: &SessionId) -> Result<Vec<Event>>;
    /// Replaces an event's snapshot (redaction alone does this).
    async fn replace_event_object(
        &mut self,
        id: &EventId,
        object: &serde_json::Value,
    ) -> Result<()>;
    /// One more endpoint has answered, or is given up.
    async fn settle_delivery(&mut self, id: &EventId) -> Result<()>;
}

/// Webhook endpoints.
#[async_trait]
pub trait WebhookEndpoints {
    /// Adds an endpoint.
    async fn insert_endpoint(&mut self, record: &EndpointRecord) -> Result<()>;
    /// An endpoint by identifier.
    async fn endpoint(
        &mut self,
        scope: &Scope,
        id: &WebhookEndpointId,
    ) -> Result<Option<EndpointRecord>>;
    /// Writes down how deliveries to an endpoint go; nothing where there is none any more.
    async fn set_endpoint_health(
        &mut self,
        id: &WebhookEndpointId,
        health: &EndpointHealth,
    ) -> Result<()>;
    /// Writes an endpoint back, whole but for its health.
    async fn update_endpoint(&mut self, record: &EndpointRecord) -> Result<()>;
    /// Deletes an endpoint; false where there is none.
    async fn delete_endpoint(&mut self, scope: &Scope, id: &WebhookEndpointId) -> Result<bool>;
    /// A page of endpoints.
    async fn endpoints(&mut self, scope: &Scope, page: &Page) -> Result<Listing<EndpointRecord>>;
    /// Every endpoint of a scope that is enabled.
    async fn enabled_endpoints(&mut self, scope: &Scope) -> Result<Vec<EndpointRecord>>;
}

/// The job queue. A lease is a promise to finish or extend before it runs out; a worker that dies
/// simply stops extending.
#[async_trait]
pub trait Jobs {
    /// Adds a job that may run from `run_at` on.
    async fn enqueue(
        &mut self,
        payload: &JobPayload,
        now: Timestamp,
        run_at: Timestamp,
    ) -> Result<()>;
    /// Leases up to `limit` due jobs of a kind and share for `owner` until `until`: those that are
    /// due longest, oldest first, leaving out jobs whose ordering key has an older job that is not completed.
    /// A job whose lease has run out is due again.
    async fn lease(
        &mut self,
        (kind, share): (JobKind, &str),
        owner: &str,
        now: Timestamp,
        until: Timestamp,
        limit: u32,
    ) -> Result<Vec<Job>>;
    /// The same for jobs alone that were enqueued before a moment.
    async fn lease_older(
        &mut self,
        (kind, share): (JobKind, &str),
        before: Timestamp,
        owner: &str,
        now: Timestamp,
        until: Timestamp,
        limit: u32,
    ) -> Result<Vec<Job>>;
    /// Every endpoint for which deliveries wait or run, those aside that wait for an older one in
    /// their ordering key. The cost grows with the endpoints, not with what waits for them.
    async fn delivery_queues(&mut self, now: Timestamp) -> Result<Vec<DeliveryQueue>>;
    /// Prolongs a lease; false where it was lost.
    async fn extend_lease(&mut self, id: i64, owner: &str, until: Timestamp) -> Result<bool>;
    /// Removes a finished job; false where the lease was lost: then the caller must not commit.
    async fn complete(&mut self, id: i64, owner: &str) -> Result<bool>;
    /// Notes something about a job in its payload, which stays of its kind and ordering key; false where
    /// the lease was lost.
    async fn rewrite(&mut self, id: i64, owner: &str, payload: &JobPayload) -> Result<bool>;
    /// Gives a job back to run again from `run_at` on; false where the lease was lost.
    async fn retry(&mut self, id: i64, owner: &str, run_at: Timestamp) -> Result<bool>;
    /// When the next job of a kind and share can be leased: at its run time, or at the end of its
    /// lease. Jobs that wait for an older one of their ordering key don't count.
    async fn next_due(&mut self, (kind, share): (JobKind, &str)) -> Result<Option<Timestamp>>;
    /// How many jobs of a kind wait or run.
    async fn count_jobs(&mut self, kind: JobKind) -> Result<u64>;
}

/// Answers kept under idempotency keys.
#[async_trait]
pub trait Idempotency {
    /// What was answered under a key.
    async fn idempotent_answer(
        &mut self,
        scope: &Scope,
        key: &str,
    ) -> Result<Option<IdempotentAnswer>>;
    /// Keeps an answer; a key that exists already is a [`StoreError::Conflict`].
    async fn insert_idempotent_answer(
        &mut self,
        scope: &Scope,
        key: &str,
        answer: &IdempotentAnswer,
    ) -> Result<()>;
    /// Every answer about a session, with its key.
    async fn idempotent_answers_of_session(
        &mut self,
        session: &SessionId,
    ) -> Result<Vec<(Scope, String, IdempotentAnswer)>>;
    /// Replaces an answer, which from then on is about no session (redaction alone does this).
    async fn replace_idempotent_answer(
        &mut self,
        scope: &Scope,
        key: &str,
        sealed_body: &[u8],
    ) -> Result<()>;
    /// Forgets what was answered before this moment; returns how many.
    async fn forget_idempotent_answers(&mut self, before: Timestamp) -> Result<u64>;
}
