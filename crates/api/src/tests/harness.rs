use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::response::Response;
use http::{HeaderMap, Method, Request, StatusCode};
use identity::{
    Account, AccountId, Clock as _, ContactOptions, DocumentOptions, FixedClock, KeyKind, Matching,
    MatchingOptions, Mode, NewKey, Options, Permission, SeededRandom, SessionId, Timestamp,
    VerificationFlow,
};
use serde_json::Value;
use sessions::{
    EpochPolicy, Liveness, OpenedSession, Operator, PageSettings, Services, Settings, open_vault,
};
use store::{Scope, Store, UnitOfWork};
use store_postgres::PostgresStore;
use store_sqlite::SqliteStore;
use tempfile::TempDir;
use tower::ServiceExt as _;
use vault::{Blobs, MasterKey};

pub(super) const NOW: Timestamp = Timestamp(1_800_000_000);

pub(super) struct Server {
    pub(super) services: Arc<Services>,
    pub(super) clock: Arc<FixedClock>,
    pub(super) scope: Scope,
    pub(super) secret: String,
    /// Where the storage is embedded.
    embedded: Option<Arc<SqliteStore>>,
    router: Router,
    _folder: TempDir,
}

pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) bytes: Vec<u8>,
}

impl Answer {
    pub(super) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap()
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The body of a success.
    pub(super) fn ok(&self) -> Value {
        assert_eq!(self.status, 200, "{}", String::from_utf8_lossy(&self.bytes));
        self.json()
    }

    /// Status, code and param of a refusal.
    pub(super) fn refusal(&self) -> (u16, String, String) {
        let error = self.json()["error"].clone();
        let text = |key: &str| error[key].as_str().unwrap_or_default().to_owned();
        assert!(!text("message").is_empty());
        (self.status.as_u16(), text("code"), text("param"))
    }
}

impl Server {
    pub(super) async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let random = Arc::new(SeededRandom::new(1));
        let clock = Arc::new(FixedClock::at(NOW));
        let (store, embedded, blobs) = new_storage(folder.path()).await;
        let account = Account {
            id: AccountId::generate(random.as_ref()),
            created: NOW,
            name: "Test".to_owned(),
        };
        let mut unit = store.begin().await.unwrap();
        unit.insert_account(&account).await.unwrap();
        unit.save().await.unwrap();
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
            random,
            settings: Settings {
                public_url: "http://host.test".to_owned(),
                operator: Operator::default(),
                operators: BTreeMap::new(),
                page: PageSettings::default(),
                flows: vec![flow()],
                liveness: Liveness::default(),
                epochs: EpochPolicy::default(),
                retention: Vec::new(),
            },
        });
        let scope = Scope {
            account: account.id,
            mode: Mode::Test,
        };
        let mut server = Self {
            router: watched(crate::router(Arc::clone(&services))),
            services,
            clock,
            scope,
            secret: String::new(),
            embedded,
            _folder: folder,
        };
        server.secret = server.key(KeyKind::Secret, &[], &[]).await;
        server
    }

    pub(super) async fn key(
        &self,
        kind: KeyKind,
        permissions: &[Permission],
        networks: &[&str],
    ) -> String {
        self.key_in(&self.scope.account, Mode::Test, kind, permissions, networks)
            .await
    }

    pub(super) async fn key_in(
        &self,
        account: &AccountId,
        mode: Mode,
        kind: KeyKind,
        permissions: &[Permission],
        networks: &[&str],
    ) -> String {
        let networks = networks
            .iter()
            .map(|network| (*network).to_owned())
            .collect();
        let new = NewKey::generate(
            self.services.random.as_ref(),
            account.clone(),
            mode,
            kind,
            permissions.to_vec(),
            networks,
            self.clock.now(),
        );
        let mut unit = self.unit().await;
        unit.insert_api_key(&new.key).await.unwrap();
        unit.save().await.unwrap();
        new.text
    }

    pub(super) async fn unit(&self) -> Box<dyn UnitOfWork> {
        self.services.store.begin().await.unwrap()
    }

    pub(super) async fn send(&self, mut request: Request<Body>) -> Answer {
        let peer: SocketAddr = "10.1.2.3:4000".parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(peer));
        let response: Response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            bytes: bytes.to_vec(),
        }
    }

    pub(super) fn request(method: Method, path: &str, key: &str) -> http::request::Builder {
        Request::builder()
            .method(method)
            .uri(path)
            .header("authorization", format!("Bearer {key}"))
    }

    pub(super) async fn get_with(&self, key: &str, path: &str) -> Answer {
        let request = Self::request(Method::GET, path, key);
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// How many statements a GET runs; `None` where nobody counts.
    pub(super) async fn statements_of(&self, path: &str) -> Option<u64> {
        let store = self.embedded.as_ref()?;
        let before = store.statements();
        self.get(path).await.ok();
        Some(store.statements() - before)
    }

    pub(super) async fn get(&self, path: &str) -> Answer {
        self.get_with(&self.secret, path).await
    }

    pub(super) async fn post_with(
        &self,
        key: &str,
        path: &str,
        form: &str,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = Self::request(Method::POST, path, key)
            .header("content-type", "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(form.to_owned())).unwrap())
            .await
    }

    pub(super) async fn post(&self, path: &str, form: &str) -> Answer {
        self.post_with(&self.secret, path, form, &[]).await
    }

    pub(super) async fn delete(&self, path: &str) -> Answer {
        let request = Self::request(Method::DELETE, path, &self.secret);
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Creates a session and returns its identifier.
    pub(super) async fn session(&self) -> String {
        let created = self.post(SESSIONS, "type=document").await.ok();
        created["id"].as_str().unwrap().to_owned()
    }

    /// Changes a session behind the API's back, as page and workers do.
    pub(super) async fn change<F>(&self, id: &str, change: F)
    where
        F: AsyncFnOnce(&Services, &mut dyn UnitOfWork, &mut OpenedSession),
    {
        let mut unit = self.unit().await;
        let id = SessionId::parse(id).unwrap();
        let found = self
            .services
            .find(unit.as_mut(), &self.scope, &id)
            .await
            .unwrap();
        let mut opened = found.unwrap();
        change(&self.services, unit.as_mut(), &mut opened).await;
        unit.save().await.unwrap();
    }

    pub(super) async fn upload(
        &self,
        key: &str,
        fields: &[(&str, &str)],
        file: Option<&[u8]>,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!(
                "--XX\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(part.as_bytes());
        }
        if let Some(file) = file {
            let part = "--XX\r\nContent-Disposition: form-data; name=\"file\"; \
                        filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n";
            body.extend_from_slice(part.as_bytes());
            body.extend_from_slice(file);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--XX--\r\n");
        let mut request = Self::request(Method::POST, "/v1/files", key)
            .header("content-type", "multipart/form-data; boundary=XX");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(body)).unwrap()).await
    }
}

/// A folder's own database and memory, or PostgreSQL and S3, which `BONAFIDE_TEST_STORAGE=cluster`
/// chooses.
async fn new_storage(folder: &Path) -> (Arc<dyn Store>, Option<Arc<SqliteStore>>, Blobs) {
    match std::env::var("BONAFIDE_TEST_STORAGE").as_deref() {
        Ok("cluster") => {
            let address = store_postgres::testing::new_database().await;
            let store = PostgresStore::open(&address, PostgresStore::CONNECTIONS).await;
            let blobs = vault::testing::new_blobs().await;
            (Arc::new(store.unwrap()), None, blobs)
        }
        Ok("embedded") | Err(_) => {
            let store = SqliteStore::open(&folder.join("test.db")).await;
            let store = Arc::new(store.unwrap());
            let embedded = Arc::clone(&store);
            (store, Some(embedded), Blobs::memory())
        }
        Ok(other) => panic!("BONAFIDE_TEST_STORAGE is {other}: embedded, cluster"),
    }
}

/// The router with every answer held against the contract.
fn watched(router: Router) -> Router {
    let ours = contract::Document::new(crate::surface().document());
    contract::checked(contract::spoiled(router), ours)
}

pub(super) const SESSIONS: &str = "/v1/identity/verification_sessions";

/// Replaces identifiers and tokens, which are random, by what they are.
pub(super) fn scrub(value: Value) -> Value {
    match value {
        Value::String(text) => {
            let parts: Vec<_> = text.split('/').map(scrub_part).collect();
            Value::String(parts.join("/"))
        }
        Value::Array(items) => items.into_iter().map(scrub).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(key, value)| (key, scrub(value)))
            .collect(),
        other => other,
    }
}

fn scrub_part(text: &str) -> String {
    const PREFIXES: &[&str] = &[
        "acct_", "ek_test_", "ephkey_", "evt_", "file_", "link_", "req_", "test_", "vr_", "vs_",
        "we_", "whsec_",
    ];
    if let Some((id, token)) = text.split_once("_secret_") {
        return format!("{}_secret_{}", scrub_part(id), scrub_part(token));
    }
    let random = |rest: &str| {
        rest.len() >= 20
            && rest
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
    };
    let prefix = PREFIXES
        .iter()
        .find(|prefix| text.strip_prefix(**prefix).is_some_and(random));
    prefix.map_or_else(|| text.to_owned(), |prefix| format!("{prefix}…"))
}

/// The one flow that this server knows.
fn flow() -> VerificationFlow {
    VerificationFlow {
        id: "vf_whole".to_owned(),
        options: Options {
            document: Some(DocumentOptions {
                require_matching_selfie: Some(true),
                ..DocumentOptions::default()
            }),
            id_number: true,
            email: Some(ContactOptions {
                require_verification: Some(true),
            }),
            phone: Some(ContactOptions::default()),
            matching: Some(MatchingOptions {
                dob: Some(Matching::None),
                name: Some(Matching::Similar),
            }),
        },
    }
}
