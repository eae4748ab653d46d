use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use tower::ServiceExt as _;
use wire::{AdmissionSettings, Host, LimitSettings, PaceSettings};

use super::described;
use crate::arguments::StorageArguments;
use crate::compose::Installation;

/// Set, the test writes what it would have compared.
const UPDATE: &str = "BONAFIDE_UPDATE";
/// What is answered however much there is to do.
const WATCHED: [&str; 2] = ["/healthz", "/readyz"];

#[test]
fn the_description_is_not_different_from_stripes() {
    let ours = contract::Document::new(described().document());
    let found = contract::compare(&ours);
    let lines: Vec<_> = found.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}

#[test]
fn the_description_in_the_docs_is_that_of_the_code() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");
    let document = described().self_described().document();
    let text = format!("{}\n", serde_json::to_string_pretty(&document).unwrap());
    if std::env::var_os(UPDATE).is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        written == text,
        "docs/openapi.json is stale: `make update` writes it anew"
    );
}

/// A server that takes on nothing.
async fn full(folder: &Path) -> Router {
    let installation = Installation::new(&StorageArguments {
        data_dir: Some(folder.to_owned()),
        database_url: None,
        database_connections: None,
        blob_url: None,
        key_url: None,
        config: None,
        public_url: None,
    });
    let opened = installation.unwrap().open().await.unwrap();
    let none = AdmissionSettings {
        requests: 0,
        bodies: 0,
        uploads: 0,
        uploads_of_one_person: 0,
        forms: 0,
        assets: 0,
        downloads: 0,
        streams: 0,
        streams_of_one_person: 0,
        max_wait: Duration::ZERO,
        upload_max_wait: Duration::ZERO,
    };
    let host = Host::new(Arc::clone(&opened.services)).with_limits(
        none,
        PaceSettings::default(),
        LimitSettings::default(),
    );
    wire::assemble(host, described())
}

/// A surface takes no route without an operation, so these are all there are.
#[tokio::test]
async fn every_route_passes_the_boundary() {
    let folder = tempfile::tempdir().unwrap();
    let server = full(folder.path()).await;
    let document = described().self_described().document();
    let mut passed = 0;
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys() {
            let asked = path.replace(['{', '}'], "");
            let request = Request::builder()
                .method(method.to_ascii_uppercase().as_str())
                .uri(&asked);
            let request = request.body(Body::from("a=1")).unwrap();
            let response = server.clone().oneshot(request).await.unwrap();
            let headers = response.headers();
            assert!(headers.contains_key("request-id"), "{method} {path}");
            assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
            assert_eq!(headers["cache-control"], "no-cache, no-store", "{path}");
            let watched = WATCHED.contains(&path.as_str());
            let refused = response.status() == StatusCode::SERVICE_UNAVAILABLE;
            assert!(watched != refused, "{method} {path} {}", response.status());
            passed += 1;
        }
    }
    for path in [
        "/start/{token}/plain",
        "/assets/plain.css",
        "/0",
        "/openapi.json",
    ] {
        assert!(document["paths"][path].is_object(), "{path}");
    }
    assert!(passed > 40, "{passed}");
}
