//! Units of work on a real database.

mod keyring;
mod observation;
mod redaction;
mod retention;

use std::collections::BTreeMap;
use std::sync::Arc;

use identity::{
    Account, AccountId, FixedClock, Mode, RequestOrigin, SeededRandom, Timestamp, VerificationType,
};
use store::Scope;
use store_sqlite::SqliteStore;
use tempfile::TempDir;
use vault::{Blobs, MasterKey};

use crate::{
    EpochPolicy, Liveness, NewSession, OpenedSession, Operator, PageSettings, Services, Settings,
    open_vault,
};

pub(crate) const NOW: Timestamp = Timestamp(1_760_000_000);

/// Processes of one installation: each has services of its own.
pub(crate) struct Installation {
    pub(crate) clock: Arc<FixedClock>,
    pub(crate) keys: Blobs,
    pub(crate) scope: Scope,
    master: MasterKey,
    random: Arc<SeededRandom>,
    folder: TempDir,
}

impl Installation {
    pub(crate) async fn new() -> Self {
        let random = Arc::new(SeededRandom::new(1));
        let folder = tempfile::tempdir().unwrap();
        let account = Account {
            id: AccountId::generate(random.as_ref()),
            created: NOW,
            name: "Test".to_owned(),
        };
        let made = Self {
            clock: Arc::new(FixedClock::at(NOW)),
            keys: Blobs::memory(),
            scope: Scope {
                account: account.id.clone(),
                mode: Mode::Test,
            },
            master: MasterKey::generate(random.as_ref()),
            random,
            folder,
        };
        // The first process starts on an empty database.
        let first = made.process(EpochPolicy::default()).await;
        let mut unit = first.store.begin().await.unwrap();
        unit.insert_account(&account).await.unwrap();
        unit.save().await.unwrap();
        made
    }

    pub(crate) async fn store(&self) -> SqliteStore {
        SqliteStore::open(&self.folder.path().join("bonafide.db"))
            .await
            .unwrap()
    }

    pub(crate) async fn process(&self, epochs: EpochPolicy) -> Services {
        self.try_process(epochs).await.unwrap()
    }

    pub(crate) async fn try_process(&self, epochs: EpochPolicy) -> crate::Result<Services> {
        let store = self.store().await;
        let now = identity::Clock::now(self.clock.as_ref());
        let vault = open_vault(
            &store,
            &self.master,
            self.keys.clone(),
            self.random.clone(),
            now,
        );
        Ok(Services {
            vault: Arc::new(vault.await?),
            store: Arc::new(store),
            blobs: Arc::new(Blobs::memory()),
            clock: self.clock.clone(),
            random: self.random.clone(),
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
        })
    }

    pub(crate) async fn create(&self, services: &Services) -> crate::Result<OpenedSession> {
        let mut unit = services.store.begin().await?;
        let new = NewSession::new(VerificationType::Document);
        let opened = services
            .create(unit.as_mut(), &self.scope, new, RequestOrigin::default())
            .await?;
        unit.save().await?;
        Ok(opened)
    }

    /// The session, opened with its data key.
    pub(crate) async fn find(
        &self,
        services: &Services,
        opened: &OpenedSession,
    ) -> crate::Result<OpenedSession> {
        let mut unit = services.store.read().await?;
        let found = services.find_anywhere(unit.as_mut(), &opened.session.id);
        Ok(found.await?.unwrap())
    }

    /// The names of the key files that wrap data keys, oldest first.
    pub(crate) async fn epochs(&self) -> Vec<String> {
        let listed = self.keys.list().await.unwrap();
        let mut names: Vec<_> = listed.into_iter().map(|entry| entry.name).collect();
        names.retain(|name| name.starts_with("epoch"));
        names.sort();
        names
    }
}
