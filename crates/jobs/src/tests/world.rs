//! An installation, and what happens in it.

use std::collections::BTreeMap;
use std::sync::Arc;

use checks::Policy;
use identity::{
    Account, AccountId, DocumentSide, Event, FilePurpose, FixedClock, Metadata, Mode,
    RequestOrigin, SeededRandom, SessionId, SigningSecrets, Timestamp, UploadMethod,
    VerificationSession, VerificationType, WebhookEndpoint, WebhookEndpointId, WebhookStatus,
};
use outbound::AddressPolicy;
use sessions::{
    EpochPolicy, Liveness, NewFile, NewSession, Operator, PageSettings, Services, Settings,
    open_vault,
};
use store::{EndpointRecord, Job, JobKind, Scope};
use store_sqlite::SqliteStore;
use tempfile::TempDir;
use vault::{Blobs, MasterKey, PlainBytes};
use verification::{Limits, Observer};

use super::networks::Blind;
use super::receiver::Receiver;
use crate::queue::{Look, Queue};
use crate::{Pace, Worker, WorkerSettings};

pub(crate) const NOW: Timestamp = Timestamp(1_760_000_000);
pub(crate) const LEASE: i64 = 15;

pub(crate) struct World {
    pub(crate) services: Arc<Services>,
    pub(crate) networks: Arc<Blind>,
    pub(crate) receiver: Receiver,
    pub(crate) scope: Scope,
    clock: Arc<FixedClock>,
    _folder: TempDir,
}

impl World {
    pub(crate) async fn new() -> Self {
        Self::with_epochs(EpochPolicy::default()).await
    }

    pub(crate) async fn with_epochs(epochs: EpochPolicy) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let random = Arc::new(SeededRandom::new(1));
        let clock = Arc::new(FixedClock::at(NOW));
        let file = folder.path().join("bonafide.db");
        let store = SqliteStore::open(&file).await.unwrap();
        let master = MasterKey::generate(random.as_ref());
        let vault = open_vault(&store, &master, Blobs::memory(), random.clone(), NOW);
        let services = Services {
            vault: Arc::new(vault.await.unwrap()),
            store: Arc::new(store),
            blobs: Arc::new(Blobs::memory()),
            clock: clock.clone(),
            random: random.clone(),
            settings: Settings {
                public_url: "https://id.example.org".to_owned(),
                operator: Operator::default(),
                operators: BTreeMap::new(),
                page: PageSettings::default(),
                flows: Vec::new(),
                liveness: Liveness::default(),
                epochs,
                retention: Vec::new(),
            },
        };
        let account = Account {
            id: AccountId::generate(random.as_ref()),
            created: NOW,
            name: "Example".to_owned(),
        };
        let mut unit = services.store.begin().await.unwrap();
        unit.insert_account(&account).await.unwrap();
        unit.save().await.unwrap();
        Self {
            services: Arc::new(services),
            networks: Arc::default(),
            receiver: Receiver::start(),
            scope: Scope {
                account: account.id,
                mode: Mode::Test,
            },
            clock,
            _folder: folder,
        }
    }

    pub(crate) fn worker(&self, name: &str) -> Arc<Worker> {
        self.worker_with(name, WorkerSettings::default())
    }

    /// Any number of them share the store.
    pub(crate) fn worker_with(&self, name: &str, settings: WorkerSettings) -> Arc<Worker> {
        let networks = Arc::<Blind>::clone(&self.networks);
        let addresses = AddressPolicy {
            allow_loopback: true,
            allow_private: false,
        };
        Arc::new(Worker {
            services: Arc::clone(&self.services),
            observer: Arc::new(Observer::new(networks, Limits::default())),
            outbound: outbound::Client::new(addresses),
            policy: Arc::new(Policy::shipped().clone()),
            settings,
            name: name.to_owned(),
            pace: Pace::default(),
        })
    }

    pub(crate) fn pass(&self, seconds: i64) {
        self.clock.advance(seconds);
    }

    /// Time since the beginning.
    pub(crate) fn passed(&self) -> i64 {
        self.services.now().0 - NOW.0
    }

    pub(crate) async fn endpoint(&self, enabled_events: &[&str]) -> EndpointRecord {
        let random = self.services.random.as_ref();
        let endpoint = WebhookEndpoint {
            id: WebhookEndpointId::generate(random),
            account: self.scope.account.clone(),
            mode: self.scope.mode,
            created: NOW,
            url: self.receiver.url.clone(),
            description: None,
            enabled_events: enabled_events.iter().map(ToString::to_string).collect(),
            metadata: Metadata::new(),
            status: WebhookStatus::Enabled,
            api_version: None,
        };
        let secrets = SigningSecrets::generate(random);
        let record = self.services.seal_endpoint(endpoint, &secrets).unwrap();
        let mut unit = self.services.store.begin().await.unwrap();
        unit.insert_endpoint(&record).await.unwrap();
        unit.save().await.unwrap();
        record
    }

    /// How the store knows an endpoint.
    pub(crate) async fn endpoint_now(&self, record: &EndpointRecord) -> EndpointRecord {
        let mut unit = self.services.store.read().await.unwrap();
        let found = unit.endpoint(&self.scope, &record.endpoint.id).await;
        found.unwrap().unwrap()
    }

    pub(crate) async fn session(&self) -> SessionId {
        self.session_with(NewSession::new(VerificationType::Document))
            .await
    }

    pub(crate) async fn session_with(&self, new: NewSession) -> SessionId {
        let services = &self.services;
        let mut unit = services.store.begin().await.unwrap();
        let origin = RequestOrigin::default();
        let created = services
            .create(unit.as_mut(), &self.scope, new, origin)
            .await;
        unit.save().await.unwrap();
        created.unwrap().session.id
    }

    /// Hands in the picture of a passport.
    pub(crate) async fn submit(&self, session: &SessionId) {
        let services = &self.services;
        let mut read = services.store.read().await.unwrap();
        let opened = services.find_anywhere(read.as_mut(), session).await;
        let mut opened = opened.unwrap().unwrap();
        drop(read);
        let new = NewFile {
            purpose: FilePurpose::IdentityPrivate,
            filename: None,
            file_type: Some("jpg".to_owned()),
            contents: PlainBytes::from(b"a picture".as_slice()),
        };
        let stored = services.store_session_file(&opened, new).await.unwrap();
        let mut unit = services.store.begin().await.unwrap();
        services.insert_file(unit.as_mut(), &stored).await.unwrap();
        opened.personal.collected.front = Some(DocumentSide {
            high_res_image: stored.record.file.id.clone(),
            low_res_image: None,
            upload_method: UploadMethod::AutoCapture,
            force_confirm: false,
        });
        services.submit(unit.as_mut(), &mut opened).await.unwrap();
        unit.save().await.unwrap();
    }

    pub(crate) async fn redact(&self, session: &SessionId) {
        let services = &self.services;
        let mut unit = services.store.begin().await.unwrap();
        let opened = services.find_anywhere(unit.as_mut(), session).await;
        let mut opened = opened.unwrap().unwrap();
        let origin = RequestOrigin::default();
        services
            .redact(unit.as_mut(), &mut opened, origin)
            .await
            .unwrap();
        unit.save().await.unwrap();
    }

    pub(crate) async fn now(&self, session: &SessionId) -> VerificationSession {
        let mut unit = self.services.store.read().await.unwrap();
        let found = self.services.find_anywhere(unit.as_mut(), session).await;
        found.unwrap().unwrap().session
    }

    /// What happened to a session, oldest first.
    pub(crate) async fn events(&self, session: &SessionId) -> Vec<Event> {
        let mut unit = self.services.store.read().await.unwrap();
        unit.events_of_session(session).await.unwrap()
    }

    /// The same: the last words of the types.
    pub(crate) async fn happened(&self, session: &SessionId) -> Vec<String> {
        let events = self.events(session).await;
        let words = events.iter().map(|event| event.event_type.as_str());
        let words = words.map(|name| name.rsplit('.').next().unwrap().to_owned());
        words.collect()
    }

    pub(crate) async fn jobs(&self, kind: JobKind) -> u64 {
        let mut unit = self.services.store.read().await.unwrap();
        unit.count_jobs(kind).await.unwrap()
    }

    /// Seconds until the next job of a kind that is shared by all can be leased.
    pub(crate) async fn next(&self, kind: JobKind) -> Option<i64> {
        let mut unit = self.services.store.read().await.unwrap();
        let due = unit.next_due((kind, "")).await.unwrap();
        due.map(|due| due.0 - self.services.now().0)
    }
}

/// What a worker has in hand after a look at the queue of a kind.
pub(crate) async fn lease(worker: &Arc<Worker>, kind: JobKind) -> Vec<Job> {
    look(worker, kind).await.leased
}

pub(crate) async fn look(worker: &Arc<Worker>, kind: JobKind) -> Look {
    let places = 32;
    let queue = Queue {
        worker: Arc::clone(worker),
        kind,
        at_once: places,
    };
    queue.lease(places).await
}

pub(crate) async fn run(worker: &Arc<Worker>, jobs: Vec<Job>) {
    for job in jobs {
        worker.run_job(job).await;
    }
}

/// Runs whatever is due until nothing is; returns how many jobs there were.
pub(crate) async fn work(worker: &Arc<Worker>, kind: JobKind) -> usize {
    let mut done = 0;
    loop {
        let jobs = lease(worker, kind).await;
        if jobs.is_empty() {
            return done;
        }
        done += jobs.len();
        run(worker, jobs).await;
    }
}
