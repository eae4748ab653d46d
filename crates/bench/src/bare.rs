//! What a handler costs that does nothing but the SQL: the same statements on the same store, with
//! its group commit, behind bare axum routes. No forms, no rendering, no sealing, no log.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use axum::Router;
use axum::extract::{Path as Segment, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use bonafide::output;
use identity::{
    Account, AccountId, Clock as _, Event, EventId, EventType, KeyKind, Mode, NewKey, OsRandom,
    RequestOrigin, SessionId, SystemClock, VerificationSession, VerificationType, secret_hash,
};
use serde_json::json;
use store::{KeyringEntry, KeyringKind, Scope, SessionRecord, Store, StoreError, WrappedKey};
use store_sqlite::SqliteStore;
use tokio::net::TcpListener;

use crate::api::SESSIONS;

const EPOCH: &str = "epoch_bare";
/// About as long as what Bonafide seals for a new session and its key.
const SEALED: usize = 80;
/// About as long as what Bonafide answers.
const BODY: usize = 1100;

struct Bare {
    store: SqliteStore,
    scope: Scope,
}

/// Serves until it is killed.
pub(crate) async fn serve(folder: &Path) -> anyhow::Result<()> {
    let store = SqliteStore::open(&folder.join("bonafide.db")).await?;
    let now = SystemClock.now();
    let account = Account {
        id: AccountId::generate(&OsRandom),
        created: now,
        name: "Bare".to_owned(),
    };
    let scope = Scope {
        account: account.id.clone(),
        mode: Mode::Test,
    };
    let key = NewKey::generate(
        &OsRandom,
        account.id.clone(),
        Mode::Test,
        KeyKind::Secret,
        Vec::new(),
        Vec::new(),
        now,
    );
    let epoch = KeyringEntry {
        id: EPOCH.to_owned(),
        kind: KeyringKind::Epoch,
        created: now,
    };
    let mut unit = store.begin().await?;
    unit.insert_account(&account).await?;
    unit.insert_api_key(&key.key).await?;
    unit.insert_keyring_entry(&epoch).await?;
    unit.save().await?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    let router = Router::new()
        .route(SESSIONS, post(create).get(list))
        .route(&format!("{SESSIONS}/{{session}}"), get(retrieve))
        .with_state(Arc::new(Bare { store, scope }));
    output::json(&json!({"url": url, "secret_key": key.text}))?;
    axum::serve(listener, router)
        .await
        .context("the bare server stopped")
}

async fn create(State(bare): State<Arc<Bare>>, headers: HeaderMap) -> Response {
    answer(bare.create(&headers).await)
}

async fn retrieve(
    State(bare): State<Arc<Bare>>,
    Segment(id): Segment<String>,
    headers: HeaderMap,
) -> Response {
    answer(bare.retrieve(&headers, id).await)
}

async fn list(State(bare): State<Arc<Bare>>, headers: HeaderMap) -> Response {
    answer(bare.list(&headers).await)
}

fn answer(outcome: Result<Option<String>, StoreError>) -> Response {
    match outcome {
        Ok(Some(id)) => {
            let filling = "x".repeat(BODY);
            format!("{{\"id\":\"{id}\",\"filling\":\"{filling}\"}}").into_response()
        }
        Ok(None) => StatusCode::UNAUTHORIZED.into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn key_hash(headers: &HeaderMap) -> [u8; 32] {
    let header = headers.get("authorization");
    let text = header.and_then(|value| value.to_str().ok());
    secret_hash(
        text.and_then(|text| text.strip_prefix("Bearer "))
            .unwrap_or_default(),
    )
}

impl Bare {
    async fn create(&self, headers: &HeaderMap) -> Result<Option<String>, StoreError> {
        let mut unit = self.store.read().await?;
        if unit.api_key_by_hash(&key_hash(headers)).await?.is_none() {
            return Ok(None);
        }
        drop(unit);
        let now = SystemClock.now();
        let session = VerificationSession::new(
            &OsRandom,
            self.scope.account.clone(),
            Mode::Test,
            VerificationType::Document,
            now,
        );
        let id = session.id.clone();
        let wrapped = WrappedKey {
            wrapped_by: EPOCH.to_owned(),
            bytes: vec![0; SEALED],
        };
        let mut unit = self.store.begin().await?;
        let endpoints = unit.enabled_endpoints(&self.scope).await?;
        unit.insert_data_key(id.as_str(), &wrapped).await?;
        let record = SessionRecord {
            session,
            sealed: Some(vec![0; SEALED]),
        };
        unit.insert_session(&record).await?;
        let event = Event {
            id: EventId::generate(&OsRandom),
            account: self.scope.account.clone(),
            mode: Mode::Test,
            created: now,
            event_type: EventType::Created,
            session: id.clone(),
            object: json!("x".repeat(BODY)),
            origin: RequestOrigin::default(),
            pending_webhooks: endpoints.len() as u32,
        };
        unit.insert_event(&event).await?;
        unit.save().await?;
        Ok(Some(id.as_str().to_owned()))
    }

    async fn retrieve(
        &self,
        headers: &HeaderMap,
        id: String,
    ) -> Result<Option<String>, StoreError> {
        let mut unit = self.store.read().await?;
        if unit.api_key_by_hash(&key_hash(headers)).await?.is_none() {
            return Ok(None);
        }
        let id = SessionId::from_stored(id);
        let found = unit.session_alone(&self.scope, &id).await?;
        Ok(found.map(|record| record.session.id.as_str().to_owned()))
    }

    async fn list(&self, headers: &HeaderMap) -> Result<Option<String>, StoreError> {
        let mut unit = self.store.read().await?;
        if unit.api_key_by_hash(&key_hash(headers)).await?.is_none() {
            return Ok(None);
        }
        let page = store::Page {
            limit: 10,
            cursor: None,
        };
        let filter = store::SessionFilter::default();
        let found = unit.sessions(&self.scope, &filter, &page).await?;
        let ids = found.items.iter().map(|record| record.session.id.as_str());
        Ok(Some(ids.collect::<Vec<_>>().join(" ")))
    }
}
