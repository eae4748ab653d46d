//! An installation with one session that asks for a document and a selfie.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use checks::Policy;
use identity::{
    Account, AccountId, Challenge, ChallengeAnswer, ChallengeFrame, ChallengeRecording,
    ChallengeStep, ChallengeVariant, DocumentOptions, DocumentSide, FaceCapture, FileId,
    FilePurpose, FixedClock, Mode, Options, RequestOrigin, SeededRandom, SessionId, Timestamp,
    UploadMethod, VerificationReport, VerificationType,
};
use sessions::{
    EpochPolicy, Liveness, NewFile, NewSession, OpenedSession, Operator, PageSettings, Services,
    Settings, open_vault,
};
use store::{ObservationRecord, Scope, UnitOfWork};
use store_sqlite::SqliteStore;
use tempfile::TempDir;
use vault::{Blobs, MasterKey, PlainBytes};

use super::Scripted;
use crate::kept::Observable;
use crate::{Examined, Keeping, Limits, Looked, Observer, Picture, Submission};

pub(crate) const NOW: Timestamp = Timestamp(1_760_000_000);

pub(crate) struct World {
    pub(crate) services: Arc<Services>,
    pub(crate) session: SessionId,
    scope: Scope,
    master: MasterKey,
    keys: Blobs,
    random: Arc<SeededRandom>,
    folder: TempDir,
}

pub(crate) fn observer(networks: &Arc<Scripted>) -> Arc<Observer> {
    observer_within(networks, Limits::default())
}

pub(crate) fn observer_within(networks: &Arc<Scripted>, limits: Limits) -> Arc<Observer> {
    Arc::new(Observer::new(Arc::<Scripted>::clone(networks), limits))
}

impl World {
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let random = Arc::new(SeededRandom::new(1));
        let master = MasterKey::generate(random.as_ref());
        let keys = Blobs::memory();
        let blobs = Blobs::memory();
        let services = services(folder.path(), &master, (&keys, &blobs), &random).await;
        let account = Account {
            id: AccountId::generate(random.as_ref()),
            created: NOW,
            name: "Example".to_owned(),
        };
        let scope = Scope {
            account: account.id.clone(),
            mode: Mode::Test,
        };
        let mut unit = services.store.begin().await.unwrap();
        unit.insert_account(&account).await.unwrap();
        unit.save().await.unwrap();
        let session = create(&services, &scope).await;
        Self {
            services,
            session,
            scope,
            master,
            keys,
            random,
            folder,
        }
    }

    /// Another process on the same database and pictures.
    pub(crate) async fn other_process(&self) -> Arc<Services> {
        let blobs = self.services.blobs.as_ref();
        let stores = (&self.keys, blobs);
        services(self.folder.path(), &self.master, stores, &self.random).await
    }

    pub(crate) async fn other_session(&self) -> SessionId {
        create(&self.services, &self.scope).await
    }

    pub(crate) async fn opened(&self) -> OpenedSession {
        let mut unit = self.services.store.read().await.unwrap();
        self.opened_in(unit.as_mut(), &self.session).await
    }

    pub(crate) async fn opened_in(
        &self,
        unit: &mut dyn UnitOfWork,
        session: &SessionId,
    ) -> OpenedSession {
        let found = self.services.find_anywhere(unit, session).await;
        found.unwrap().unwrap()
    }

    pub(crate) async fn upload(&self, contents: &[u8]) -> FileId {
        let opened = self.opened().await;
        let new = NewFile {
            purpose: FilePurpose::IdentityPrivate,
            filename: None,
            file_type: Some("jpg".to_owned()),
            contents: PlainBytes::from(contents),
        };
        let stored = self
            .services
            .store_session_file(&opened, new)
            .await
            .unwrap();
        let mut unit = self.services.store.begin().await.unwrap();
        self.services
            .insert_file(unit.as_mut(), &stored)
            .await
            .unwrap();
        unit.save().await.unwrap();
        stored.record.file.id
    }

    pub(crate) async fn picture(&self, file: &FileId) -> Picture {
        let mut unit = self.services.store.read().await.unwrap();
        let opened = self.opened_in(unit.as_mut(), &self.session).await;
        let files = [file.clone()];
        let mut found = Picture::find(&self.services, unit.as_mut(), &opened, &files)
            .await
            .unwrap();
        found.remove(0)
    }

    /// Looks at a file as the page does.
    pub(crate) async fn look<T: Observable>(
        &self,
        observer: &Arc<Observer>,
        file: &FileId,
    ) -> Looked<T> {
        let picture = self.picture(file).await;
        match observer.look(&self.services, picture, ()).await.unwrap() {
            Looked::Seen(seen, keeping) => {
                keeping.done().await;
                Looked::Seen(seen, Keeping::default())
            }
            nothing => nothing,
        }
    }

    /// Takes files into the session and submits it.
    pub(crate) async fn submit(
        &self,
        front: &FileId,
        back: &FileId,
        selfie: &FileId,
        recording: &[FileId],
    ) {
        let mut unit = self.services.store.begin().await.unwrap();
        let mut opened = self.opened_in(unit.as_mut(), &self.session).await;
        let side = |file: &FileId| DocumentSide {
            high_res_image: file.clone(),
            low_res_image: None,
            upload_method: UploadMethod::AutoCapture,
            force_confirm: false,
        };
        let collected = &mut opened.personal.collected;
        collected.front = Some(side(front));
        collected.back = Some(side(back));
        collected.face = Some(FaceCapture {
            best_high_res_image: selfie.clone(),
            best_low_res_image: selfie.clone(),
            first_high_res_image: selfie.clone(),
            first_low_res_image: selfie.clone(),
            last_high_res_image: selfie.clone(),
            last_low_res_image: selfie.clone(),
            is_virtual_camera: None,
            training_consent: false,
            answer: (!recording.is_empty()).then(|| answer(recording)),
        });
        self.services
            .submit(unit.as_mut(), &mut opened)
            .await
            .unwrap();
        unit.save().await.unwrap();
    }

    pub(crate) async fn submission(&self, services: &Services) -> Submission {
        let mut unit = services.store.read().await.unwrap();
        let opened = services.find_anywhere(unit.as_mut(), &self.session).await;
        let opened = opened.unwrap().unwrap();
        Submission::find(services, unit.as_mut(), &opened)
            .await
            .unwrap()
    }

    pub(crate) async fn examine(&self, observer: &Arc<Observer>) -> Arc<Examined> {
        let submission = self.submission(&self.services).await;
        let policy = Arc::new(Policy::shipped().clone());
        observer
            .examine(&self.services, submission, &policy)
            .await
            .unwrap()
    }

    /// Concludes, and returns the report as stored.
    pub(crate) async fn conclude(&self, examined: &Arc<Examined>) -> VerificationReport {
        let policy = Arc::new(Policy::shipped().clone());
        let services = &self.services;
        let mut unit = services.store.begin().await.unwrap();
        let mut opened = self.opened_in(unit.as_mut(), &self.session).await;
        let decided = examined
            .decide(services, unit.as_mut(), &opened, &policy)
            .await
            .unwrap();
        crate::conclude(services, unit.as_mut(), &mut opened, decided)
            .await
            .unwrap();
        let report = services
            .last_report(unit.as_mut(), &opened)
            .await
            .unwrap()
            .unwrap();
        unit.save().await.unwrap();
        report
    }

    pub(crate) async fn redact(&self) {
        let mut unit = self.services.store.begin().await.unwrap();
        let mut opened = self.opened_in(unit.as_mut(), &self.session).await;
        let origin = RequestOrigin::default();
        self.services
            .redact(unit.as_mut(), &mut opened, origin)
            .await
            .unwrap();
        unit.save().await.unwrap();
    }

    /// The rows of files.
    pub(crate) async fn rows(&self, files: &[FileId]) -> Vec<ObservationRecord> {
        let mut unit = self.services.store.read().await.unwrap();
        unit.observations(&self.session, files).await.unwrap()
    }
}

fn answer(recording: &[FileId]) -> ChallengeAnswer {
    let frames = recording
        .iter()
        .enumerate()
        .map(|(at, file)| ChallengeFrame {
            image: file.clone(),
            step: at % 2,
            at: at as u32 * 100,
        });
    ChallengeAnswer {
        challenge: Challenge {
            variant: ChallengeVariant::Turns,
            steps: vec![ChallengeStep::LookStraight],
            issued: NOW,
        },
        received: NOW,
        recording: ChallengeRecording {
            frames: frames.collect(),
            steps_shown: vec![0, 1800],
            camera_label: None,
        },
    }
}

async fn create(services: &Services, scope: &Scope) -> SessionId {
    let document = DocumentOptions {
        require_matching_selfie: Some(true),
        ..DocumentOptions::default()
    };
    let new = NewSession {
        options: Options {
            document: Some(document),
            ..Options::default()
        },
        ..NewSession::new(VerificationType::Document)
    };
    let mut unit = services.store.begin().await.unwrap();
    let created = services
        .create(unit.as_mut(), scope, new, RequestOrigin::default())
        .await;
    unit.save().await.unwrap();
    created.unwrap().session.id
}

async fn services(
    folder: &Path,
    master: &MasterKey,
    (keys, blobs): (&Blobs, &Blobs),
    random: &Arc<SeededRandom>,
) -> Arc<Services> {
    let store = SqliteStore::open(&folder.join("bonafide.db"))
        .await
        .unwrap();
    let vault = open_vault(&store, master, keys.clone(), random.clone(), NOW)
        .await
        .unwrap();
    Arc::new(Services {
        vault: Arc::new(vault),
        store: Arc::new(store),
        blobs: Arc::new(blobs.clone()),
        clock: Arc::new(FixedClock::at(NOW)),
        random: random.clone(),
        settings: Settings {
            public_url: "https://id.example.org".to_owned(),
            operator: Operator::default(),
            operators: BTreeMap::new(),
            page: PageSettings::default(),
            flows: Vec::new(),
            liveness: Liveness::default(),
            epochs: EpochPolicy::default(),
            retention: Vec::new(),
        },
    })
}
