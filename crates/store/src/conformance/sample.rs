use std::collections::BTreeMap;

use identity::{
    Account, AccountId, ApiKey, EndpointHealth, EphemeralKey, Event, EventId, EventType, File,
    FileId, FileLink, FileLinkId, FilePurpose, KeyKind, Mode, NewKey, Random, ReportId, RequestId,
    RequestOrigin, SeededRandom, SessionId, Timestamp, VerificationSession, VerificationType,
    WebhookEndpoint, WebhookEndpointId, WebhookStatus,
};
use serde_json::json;

use crate::{
    EndpointRecord, ErasureReceiptRecord, FileRecord, IdempotentAnswer, KeyringEntry, KeyringKind,
    ObservationKind, ObservationRecord, ReportRecord, Scope, SessionRecord, WrappedKey,
};

pub(crate) const NOW: Timestamp = Timestamp(1_760_000_000);

/// The keyring entry under which [`Sample::wrapped_key`] wraps.
pub(crate) const EPOCH: &str = "epoch_1";

/// Makes objects that differ from all others of the same sample.
pub(crate) struct Sample {
    pub(crate) random: SeededRandom,
}

impl Sample {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            random: SeededRandom::new(seed),
        }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = vec![0; 40];
        self.random.fill(&mut bytes);
        bytes
    }

    pub(crate) fn scope(&self) -> Scope {
        Scope {
            account: AccountId::generate(&self.random),
            mode: Mode::Test,
        }
    }

    pub(crate) fn account(&self) -> Account {
        Account {
            id: AccountId::generate(&self.random),
            created: NOW,
            name: "Größe & Söhne".into(),
        }
    }

    pub(crate) fn api_key(&self, scope: &Scope) -> ApiKey {
        let (account, mode) = (scope.account.clone(), scope.mode);
        NewKey::generate(
            &self.random,
            account,
            mode,
            KeyKind::Restricted,
            vec![
                identity::Permission::Read,
                identity::Permission::SensitiveResults,
            ],
            vec!["192.0.2.0/24".into()],
            NOW,
        )
        .key
    }

    pub(crate) fn ephemeral_key(&self, scope: &Scope) -> EphemeralKey {
        let session = SessionId::generate(&self.random);
        EphemeralKey::generate(
            &self.random,
            scope.account.clone(),
            scope.mode,
            session,
            NOW,
        )
        .0
    }

    pub(crate) fn wrapped_key(&self) -> WrappedKey {
        WrappedKey {
            wrapped_by: EPOCH.into(),
            bytes: self.bytes(),
        }
    }

    pub(crate) fn keyring_entry(id: &str, age: i64) -> KeyringEntry {
        KeyringEntry {
            id: id.into(),
            kind: KeyringKind::Epoch,
            created: NOW.plus(-age),
        }
    }

    pub(crate) fn receipt(&self, scope: &Scope) -> ErasureReceiptRecord {
        ErasureReceiptRecord {
            scope: scope.clone(),
            session: SessionId::generate(&self.random),
            created: NOW,
            receipt: "a.b.c".into(),
        }
    }

    pub(crate) fn session(&self, scope: &Scope) -> SessionRecord {
        let session = VerificationSession::new(
            &self.random,
            scope.account.clone(),
            scope.mode,
            VerificationType::Document,
            NOW,
        );
        SessionRecord {
            session,
            sealed: Some(self.bytes()),
        }
    }

    pub(crate) fn report(&self, scope: &Scope) -> ReportRecord {
        ReportRecord {
            id: ReportId::generate(&self.random),
            account: scope.account.clone(),
            mode: scope.mode,
            created: NOW,
            verification_type: VerificationType::Document,
            session: SessionId::generate(&self.random),
            client_reference_id: Some("order 7".into()),
            sealed: self.bytes(),
        }
    }

    pub(crate) fn file(&self, scope: &Scope) -> FileRecord {
        let file = File {
            id: FileId::generate(&self.random),
            account: scope.account.clone(),
            mode: scope.mode,
            created: NOW,
            purpose: FilePurpose::IdentityDocument,
            size: 5_000_000_000,
            file_type: Some("jpg".into()),
            session: Some(SessionId::generate(&self.random)),
            blob: "vs_1/front".into(),
        };
        FileRecord {
            file,
            sealed_name: Some(self.bytes()),
        }
    }

    /// What was seen in a file.
    pub(crate) fn observation(&self, of: &FileRecord) -> ObservationRecord {
        let mut fingerprint = [0; 32];
        self.random.fill(&mut fingerprint);
        ObservationRecord {
            file: of.file.id.clone(),
            kind: ObservationKind::Document,
            scope: Scope {
                account: of.file.account.clone(),
                mode: of.file.mode,
            },
            session: of.file.session.clone().unwrap(),
            created: NOW,
            fingerprint,
            sealed: self.bytes(),
        }
    }

    pub(crate) fn file_link(&self, scope: &Scope) -> FileLink {
        FileLink {
            id: FileLinkId::generate(&self.random),
            account: scope.account.clone(),
            mode: scope.mode,
            created: NOW,
            file: FileId::generate(&self.random),
            expires_at: Some(NOW.plus(30)),
            metadata: metadata(),
        }
    }

    pub(crate) fn event(&self, scope: &Scope) -> Event {
        Event {
            id: EventId::generate(&self.random),
            account: scope.account.clone(),
            mode: scope.mode,
            created: NOW,
            event_type: EventType::Created,
            session: SessionId::generate(&self.random),
            object: json!({"id": "vs_1", "metadata": {"ключ": "值"}, "last_error": null}),
            origin: RequestOrigin {
                id: Some(RequestId::generate(&self.random)),
                idempotency_key: Some("key".into()),
            },
            pending_webhooks: 2,
        }
    }

    pub(crate) fn endpoint(&self, scope: &Scope) -> EndpointRecord {
        let endpoint = WebhookEndpoint {
            id: WebhookEndpointId::generate(&self.random),
            account: scope.account.clone(),
            mode: scope.mode,
            created: NOW,
            url: "https://example.com/hook".into(),
            description: Some("orders".into()),
            enabled_events: vec!["*".into()],
            metadata: metadata(),
            status: WebhookStatus::Enabled,
            api_version: Some("2026-10-28.endive".into()),
        };
        EndpointRecord {
            endpoint,
            sealed_secret: self.bytes(),
            health: EndpointHealth::default(),
        }
    }

    pub(crate) fn answer(&self) -> IdempotentAnswer {
        let mut fingerprint = [0; 32];
        self.random.fill(&mut fingerprint);
        IdempotentAnswer {
            fingerprint,
            status: 200,
            session: None,
            sealed_body: self.bytes(),
            created: NOW,
        }
    }
}

/// The same account in the other mode.
pub(crate) fn other_mode(scope: &Scope) -> Scope {
    Scope {
        account: scope.account.clone(),
        mode: Mode::from_livemode(!scope.mode.livemode()),
    }
}

pub(crate) fn metadata() -> identity::Metadata {
    BTreeMap::from([
        ("order".into(), "7".into()),
        ("naïve".into(), "\"quoted\"".into()),
    ])
}
