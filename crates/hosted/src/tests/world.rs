//! A server in memory with one account, and an eye that sees what a test tells it to.

use std::collections::{BTreeMap, VecDeque};
use std::path::Path;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use axum::Router;
use axum::body::{Body, to_bytes};
use http::{HeaderMap, Method, Request, StatusCode};
use identity::{
    Account, AccountId, EphemeralKey, ErrorCode, FilePurpose, FixedClock, FrameDigests,
    KnownFrames, LastError, LinkTokenKind, LivenessLevel, Mode, Options, Reason, RequestOrigin,
    SeededRandom, SessionId, Timestamp, Verdict, VerificationSession, VerificationType,
};
use serde_json::Value;
use sessions::{
    EpochPolicy, Liveness, LivenessLevels, NewFile, NewSession, OpenedSession, Operator,
    PageSettings, Services, Settings, open_vault,
};
use store::{JobKind, Scope, Store};
use store_postgres::PostgresStore;
use store_sqlite::SqliteStore;
use tempfile::TempDir;
use tokio::sync::{MutexGuard, Notify};
use tower::ServiceExt as _;
use vault::{Blobs, MasterKey};
use verification::{Keeping, Picture};
use wire::Host;

use crate::PageAuthenticator;
use crate::review::{PictureReview, ReviewResult, Reviewer, Subject, Turn};

const NOW: Timestamp = Timestamp(1_795_000_000);

#[derive(Default)]
pub(super) struct ScriptedReviewer {
    script: Mutex<VecDeque<ReviewResult>>,
    looks: Mutex<Vec<Subject>>,
    /// Held by who wants looks to take until then.
    shut: tokio::sync::Mutex<()>,
    began: Notify,
}

#[async_trait]
impl Reviewer for ScriptedReviewer {
    async fn look(
        &self,
        _services: &Arc<Services>,
        _turn: Turn,
        subject: Subject,
        _picture: Picture,
    ) -> sessions::Result<(ReviewResult, Keeping)> {
        self.looks.lock().unwrap().push(subject);
        self.began.notify_one();
        drop(self.shut.lock().await);
        let next = self.script.lock().unwrap().pop_front();
        Ok((next.unwrap_or_default(), Keeping::default()))
    }
}

pub(super) struct World {
    app: Router,
    pub(super) services: Arc<Services>,
    pub(super) clock: Arc<FixedClock>,
    reviewer: Arc<ScriptedReviewer>,
    account: AccountId,
    _folder: TempDir,
}

pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Value,
}

impl Answer {
    pub(super) fn code(&self) -> &str {
        self.body["error"]["code"].as_str().unwrap_or_default()
    }

    pub(super) fn param(&self) -> &str {
        self.body["error"]["param"].as_str().unwrap_or_default()
    }

    pub(super) fn missing(&self) -> Vec<&str> {
        let missing = self.body["requirements"]["missing"].as_array().unwrap();
        missing.iter().map(|name| name.as_str().unwrap()).collect()
    }

    pub(super) fn problem(&self) -> &Value {
        &self.body["requirements"]["errors"][0]
    }

    /// The cookie as a browser sends it back.
    pub(super) fn cookie(&self) -> Option<String> {
        let header = self.headers.get("set-cookie")?.to_str().unwrap();
        Some(header.split(';').next().unwrap().to_owned())
    }
}

impl World {
    /// Where selfies are looked at as they are.
    pub(super) async fn new() -> Self {
        let levels = LivenessLevels {
            test: LivenessLevel::Passive,
            ..LivenessLevels::default()
        };
        Self::with_liveness(Liveness {
            levels,
            ..Liveness::default()
        })
        .await
    }

    /// Where selfies are asked for a challenge.
    pub(super) async fn challenging(distance_only: bool) -> Self {
        Self::with_liveness(Liveness {
            distance_only,
            ..Liveness::default()
        })
        .await
    }

    async fn with_liveness(liveness: Liveness) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (store, blobs) = new_storage(folder.path()).await;
        let random = Arc::new(SeededRandom::new(1));
        let clock = Arc::new(FixedClock::at(NOW));
        let master = MasterKey::generate(random.as_ref());
        let vault = open_vault(
            store.as_ref(),
            &master,
            Blobs::memory(),
            random.clone(),
            NOW,
        );
        let vault = vault.await.unwrap();
        let services = Arc::new(Services {
            store,
            vault: Arc::new(vault),
            blobs: Arc::new(blobs),
            clock: clock.clone(),
            random: random.clone(),
            settings: Settings {
                public_url: "https://verify.example.org".to_owned(),
                operators: BTreeMap::new(),
                page: PageSettings::default(),
                flows: Vec::new(),
                liveness,
                epochs: EpochPolicy::default(),
                retention: Vec::new(),
                operator: Operator {
                    name: "Example & Co".to_owned(),
                    support_url: Some("https://example.org/help".to_owned()),
                    privacy_url: Some("https://example.org/privacy".to_owned()),
                    ..Operator::default()
                },
            },
        });
        let account = AccountId::generate(random.as_ref());
        let mut unit = services.store.begin().await.unwrap();
        let row = Account {
            id: account.clone(),
            created: NOW,
            name: "Example".to_owned(),
        };
        unit.insert_account(&row).await.unwrap();
        unit.save().await.unwrap();
        let reviewer = Arc::new(ScriptedReviewer::default());
        let host = Host::new(services.clone()).with_authenticator(Arc::new(PageAuthenticator));
        let surface = crate::looking(crate::surface(), PictureReview::new(reviewer.clone()));
        let ours = contract::Document::new(surface.document());
        // Every answer is held against the contract.
        let app = contract::checked(wire::assemble(host, surface), ours);
        Self {
            app,
            services,
            clock,
            reviewer,
            account,
            _folder: folder,
        }
    }

    fn scope(&self) -> Scope {
        Scope {
            account: self.account.clone(),
            mode: Mode::Test,
        }
    }

    /// A session of the given type, made by the back end.
    pub(super) async fn session(
        &self,
        verification_type: VerificationType,
        options: Options,
    ) -> VerificationSession {
        let new = NewSession {
            options,
            return_url: Some("https://example.org/after".to_owned()),
            ..NewSession::new(verification_type)
        };
        let mut unit = self.services.store.begin().await.unwrap();
        let origin = RequestOrigin::default();
        let opened = self
            .services
            .create(unit.as_mut(), &self.scope(), new, origin)
            .await
            .unwrap();
        unit.save().await.unwrap();
        opened.session
    }

    /// A session that wants a document and a selfie.
    pub(super) async fn selfie_session(&self) -> VerificationSession {
        let document = identity::DocumentOptions {
            require_matching_selfie: Some(true),
            ..identity::DocumentOptions::default()
        };
        let options = Options {
            document: Some(document),
            ..Options::default()
        };
        self.session(VerificationType::Document, options).await
    }

    /// An app that was handed an ephemeral key of the session.
    pub(super) async fn app(&self, session: &VerificationSession) -> Client<'_> {
        let (key, secret) = EphemeralKey::generate(
            self.services.random.as_ref(),
            self.account.clone(),
            session.mode,
            session.id.clone(),
            self.services.now(),
        );
        let mut unit = self.services.store.begin().await.unwrap();
        unit.insert_ephemeral_key(&key).await.unwrap();
        unit.save().await.unwrap();
        let headers = vec![("authorization".to_owned(), format!("Bearer {secret}"))];
        self.client(session, headers)
    }

    /// The page in a browser with this cookie.
    pub(super) fn browser(&self, session: &VerificationSession, cookie: &str) -> Client<'_> {
        let headers = vec![
            ("cookie".to_owned(), cookie.to_owned()),
            ("x-bonafide-page".to_owned(), "1".to_owned()),
        ];
        self.client(session, headers)
    }

    fn client(&self, session: &VerificationSession, headers: Vec<(String, String)>) -> Client<'_> {
        Client {
            world: self,
            session: session.id.clone(),
            headers,
        }
    }

    pub(super) fn link(&self, session: &VerificationSession, kind: LinkTokenKind) -> String {
        format!("/start/{}", self.services.token(session, kind))
    }

    /// What the eye sees next.
    pub(super) fn sees(&self, reviewed: ReviewResult) {
        let mut script = self.reviewer.script.lock().unwrap();
        script.push_back(reviewed);
    }

    /// Keeps looks from ending until this is dropped.
    pub(super) fn shut_eye(&self) -> MutexGuard<'_, ()> {
        self.reviewer.shut.try_lock().unwrap()
    }

    /// Waits until something is looked at.
    pub(super) async fn look_began(&self) {
        self.reviewer.began.notified().await;
    }

    /// What was looked at so far.
    pub(super) fn looks(&self) -> Vec<Subject> {
        self.reviewer.looks.lock().unwrap().clone()
    }

    /// The session with its personal part, as stored.
    pub(super) async fn opened(&self, session: &SessionId) -> OpenedSession {
        let mut unit = self.services.store.read().await.unwrap();
        let found = self.services.find_anywhere(unit.as_mut(), session).await;
        found.unwrap().unwrap()
    }

    pub(super) async fn events(&self, session: &SessionId) -> Vec<String> {
        let mut unit = self.services.store.read().await.unwrap();
        let events = unit.events_of_session(session).await.unwrap();
        events
            .iter()
            .map(|event| event.event_type.as_str().to_owned())
            .collect()
    }

    pub(super) async fn verify_jobs(&self) -> u64 {
        let mut unit = self.services.store.read().await.unwrap();
        unit.count_jobs(JobKind::Verify).await.unwrap()
    }

    /// A picture uploaded for a session; its identifier.
    pub(super) async fn file(&self, session: &SessionId, purpose: FilePurpose) -> String {
        self.file_of(session, purpose, b"pixels").await
    }

    pub(super) async fn file_of(
        &self,
        session: &SessionId,
        purpose: FilePurpose,
        contents: &[u8],
    ) -> String {
        let services = &self.services;
        let mut unit = services.store.begin().await.unwrap();
        let opened = services.find_anywhere(unit.as_mut(), session).await;
        let opened = opened.unwrap().unwrap();
        let new = NewFile {
            purpose,
            filename: Some("picture.jpg".to_owned()),
            file_type: Some("jpg".to_owned()),
            contents: contents.into(),
        };
        let stored = services.store_session_file(&opened, new).await.unwrap();
        services.insert_file(unit.as_mut(), &stored).await.unwrap();
        unit.save().await.unwrap();
        stored.record.file.id.to_string()
    }

    /// What a worker concludes of the submission.
    pub(super) async fn fail(&self, session: &SessionId, error: LastError) {
        let services = &self.services;
        let mut unit = services.store.begin().await.unwrap();
        let opened = services.find_anywhere(unit.as_mut(), session).await;
        let mut opened = opened.unwrap().unwrap();
        services
            .give_up(unit.as_mut(), &mut opened, error)
            .await
            .unwrap();
        unit.save().await.unwrap();
    }

    /// What a worker finds of a submission's frames that were seen before; it asks for another try.
    pub(super) async fn judge(&self, session: &SessionId, frames: &[FrameDigests]) -> KnownFrames {
        let services = &self.services;
        let mut unit = services.store.begin().await.unwrap();
        let opened = services.find_anywhere(unit.as_mut(), session).await;
        let mut opened = opened.unwrap().unwrap();
        let scope = opened.scope();
        let known = services.known_frames(unit.as_mut(), &scope, frames).await;
        let remembered = services.remember_frames(unit.as_mut(), &scope, frames);
        remembered.await.unwrap();
        let error = LastError {
            code: ErrorCode::SelfieUnverifiedOther,
            reason: Reason::LivenessNotConfirmed,
        };
        services
            .give_up(unit.as_mut(), &mut opened, error)
            .await
            .unwrap();
        unit.save().await.unwrap();
        known.unwrap()
    }

    /// The submission is verified.
    pub(super) async fn pass(&self, session: &SessionId) {
        let mut unit = self.services.store.begin().await.unwrap();
        let mut record = unit.session_anywhere(session).await.unwrap().unwrap();
        record.session.conclude(Verdict::Verified, None).unwrap();
        unit.update_session(&record).await.unwrap();
        unit.save().await.unwrap();
    }

    pub(super) async fn cancel(&self, session: &SessionId) {
        let services = &self.services;
        let mut unit = services.store.begin().await.unwrap();
        let opened = services.find_anywhere(unit.as_mut(), session).await;
        let mut opened = opened.unwrap().unwrap();
        services
            .cancel(unit.as_mut(), &mut opened, RequestOrigin::default())
            .await
            .unwrap();
        unit.save().await.unwrap();
    }

    pub(super) async fn call(
        &self,
        method: Method,
        path: &str,
        headers: &[(String, String)],
        form: Option<&str>,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        if form.is_some() {
            request = request.header("content-type", "application/x-www-form-urlencoded");
        }
        let body = Body::from(form.unwrap_or_default().to_owned());
        let response = self.app.clone().oneshot(request.body(body).unwrap()).await;
        let (parts, body) = response.unwrap().into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = || Value::String(String::from_utf8_lossy(&bytes).into_owned());
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: serde_json::from_slice(&bytes).unwrap_or_else(|_| text()),
        }
    }
}

/// Somebody who shows one session to a person.
pub(super) struct Client<'a> {
    world: &'a World,
    pub(super) session: SessionId,
    pub(super) headers: Vec<(String, String)>,
}

impl Client<'_> {
    fn path(&self) -> String {
        format!("/v1/identity/verification_pages/{}", self.session)
    }

    pub(super) fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(super) async fn page(&self) -> Answer {
        let path = format!("{}?app_identifier=com.example.app", self.path());
        self.world
            .call(Method::GET, &path, &self.headers, None)
            .await
    }

    pub(super) async fn post(&self, what: &str, form: &str) -> Answer {
        let path = format!("{}/{what}", self.path());
        self.world
            .call(Method::POST, &path, &self.headers, Some(form))
            .await
    }

    /// Posts `collected_data`, the names given without it.
    pub(super) async fn data(&self, pairs: &[(&str, &str)]) -> Answer {
        let mut form = form_urlencoded::Serializer::new(String::new());
        for (name, value) in pairs {
            form.append_pair(&format!("collected_data{name}"), value);
        }
        self.post("data", &form.finish()).await
    }

    pub(super) async fn consent(&self) -> Answer {
        self.data(&[("[biometric_consent]", "true")]).await
    }

    pub(super) async fn upload(&self) -> String {
        let purpose = FilePurpose::IdentityPrivate;
        self.world.file(&self.session, purpose).await
    }

    /// Uploads and posts a side.
    pub(super) async fn side(&self, side: &str, forced: bool) -> Answer {
        let file = self.upload().await;
        self.side_with(side, &file, forced).await
    }

    pub(super) async fn side_with(&self, side: &str, file: &str, forced: bool) -> Answer {
        let name = |member: &str| format!("[id_document_{side}][{member}]");
        self.data(&[
            (&name("high_res_image"), file),
            (&name("upload_method"), "manual_capture"),
            (
                &name("force_confirm"),
                if forced { "true" } else { "false" },
            ),
        ])
        .await
    }

    pub(super) async fn face(&self) -> Answer {
        self.face_with(&[]).await
    }

    /// A face with an answer to a challenge: so many frames of so many steps.
    pub(super) async fn recording(&self, frames: &[String], steps: usize) -> Answer {
        let mut pairs = Vec::new();
        for (at, frame) in frames.iter().enumerate() {
            let name = |member: &str| format!("[face][challenge][frames][{at}][{member}]");
            pairs.push((name("image"), frame.clone()));
            pairs.push((name("step"), (at / 2).to_string()));
            pairs.push((name("at"), (at * 900).to_string()));
        }
        for step in 0..steps {
            let name = format!("[face][challenge][steps_shown][{step}]");
            pairs.push((name, (step * 1800).to_string()));
        }
        let label = "[face][challenge][camera_label]".to_owned();
        pairs.push((label, "Front camera".to_owned()));
        self.face_with(&pairs).await
    }

    async fn face_with(&self, more: &[(String, String)]) -> Answer {
        let file = self.upload().await;
        let names: Vec<String> = ["best", "first", "last"]
            .iter()
            .flat_map(|which| {
                ["high", "low"].map(|size| format!("[face][{which}_{size}_res_image]"))
            })
            .collect();
        let mut pairs: Vec<(&str, &str)> = Vec::new();
        for name in &names {
            pairs.push((name, &file));
        }
        pairs.push(("[face][best_face_score]", "0.97"));
        pairs.push(("[face][num_frames]", "8"));
        pairs.extend(
            more.iter()
                .map(|(name, value)| (name.as_str(), value.as_str())),
        );
        self.data(&pairs).await
    }

    /// Everything up to the submission.
    pub(super) async fn complete(&self) -> Answer {
        self.consent().await;
        self.side("front", false).await;
        self.side("back", false).await;
        self.face().await;
        self.post("submit", "").await
    }
}

/// A folder's own database and memory, or PostgreSQL and S3, which `BONAFIDE_TEST_STORAGE=cluster`
/// chooses.
async fn new_storage(folder: &Path) -> (Arc<dyn Store>, Blobs) {
    match std::env::var("BONAFIDE_TEST_STORAGE").as_deref() {
        Ok("cluster") => {
            let address = store_postgres::testing::new_database().await;
            let store = PostgresStore::open(&address, PostgresStore::CONNECTIONS).await;
            (Arc::new(store.unwrap()), vault::testing::new_blobs().await)
        }
        Ok("embedded") | Err(_) => {
            let store = SqliteStore::open(&folder.join("test.db")).await;
            (Arc::new(store.unwrap()), Blobs::memory())
        }
        Ok(other) => panic!("BONAFIDE_TEST_STORAGE is {other}: embedded, cluster"),
    }
}
