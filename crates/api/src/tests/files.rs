use futures::stream::{self, StreamExt as _};
use http::{Method, StatusCode};
use identity::{Consent, ErrorCode, Guards, LastError, Reason};
use insta::assert_json_snapshot;
use serde_json::json;

use super::harness::{NOW, SESSIONS, Server, scrub};

const JPEG: &[u8] = b"\xFF\xD8\xFF\xE0 a picture";
const VERSION: (&str, &str) = ("stripe-version", "2020-08-27; identity_client_api=v7");

async fn ephemeral_key(server: &Server, session: &str) -> String {
    let form = format!("verification_session={session}");
    let made = server
        .post_with(&server.secret, "/v1/ephemeral_keys", &form, &[VERSION])
        .await;
    made.ok()["secret"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_back_end_uploads_ordinary_files() {
    let server = Server::start().await;
    let fields = [
        ("purpose", "dispute_evidence"),
        ("file_link_data[create]", "true"),
    ];
    let answer = server
        .upload(&server.secret, &fields, Some(JPEG), &[])
        .await;
    let file = answer.ok();
    assert_json_snapshot!(scrub(file.clone()));
    let id = file["id"].as_str().unwrap();
    let shown = server
        .get(&format!("/v1/files/{id}?expand[]=links"))
        .await
        .ok();
    assert_eq!(shown["links"]["data"].as_array().unwrap().len(), 1);
    let path = file["url"]
        .as_str()
        .unwrap()
        .strip_prefix("http://host.test")
        .unwrap();
    assert_eq!(server.get(path).await.bytes, JPEG);
    let listed = server.get("/v1/files?purpose=dispute_evidence").await.ok();
    assert_eq!(listed["data"][0]["id"], file["id"]);

    let link = server
        .post("/v1/file_links", &format!("file={id}&expand[]=file"))
        .await
        .ok();
    assert_eq!(link["file"]["id"], file["id"]);
    let url = link["url"]
        .as_str()
        .unwrap()
        .strip_prefix("http://host.test")
        .unwrap();
    assert_eq!(server.get(url).await.bytes, JPEG);
    let path = format!("/v1/file_links/{}", link["id"].as_str().unwrap());
    server.post(&path, "expires_at=now").await.ok();
    assert_eq!(server.get(url).await.refusal().0, 404);
    assert_eq!(
        server.get("/v1/file_links?expired=true").await.ok()["data"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn uploads_are_checked_by_name() {
    let server = Server::start().await;
    let upload = |fields: Vec<(&'static str, &'static str)>, file: Option<&'static [u8]>| {
        let server = &server;
        async move {
            server
                .upload(&server.secret, &fields, file, &[])
                .await
                .refusal()
        }
    };
    let evidence = ("purpose", "dispute_evidence");
    let refusal = |code: &str, param: &str| (400, code.to_owned(), param.to_owned());
    assert_eq!(
        upload(vec![], Some(JPEG)).await,
        refusal("parameter_missing", "purpose")
    );
    assert_eq!(
        upload(vec![evidence], None).await,
        refusal("parameter_missing", "file")
    );
    assert_eq!(upload(vec![evidence], Some(b"")).await, refusal("", "file"));
    for purpose in ["selfie", "identity_private", "nonsense"] {
        assert_eq!(
            upload(vec![("purpose", purpose)], Some(JPEG)).await,
            refusal("", "purpose")
        );
    }
    let owned = ("owned_by", "vs_1");
    assert_eq!(
        upload(vec![evidence, owned], Some(JPEG)).await,
        refusal("", "owned_by")
    );
    let unknown = upload(vec![evidence, ("foo", "1")], Some(JPEG)).await;
    assert_eq!(unknown, refusal("parameter_unknown", "foo"));
}

#[tokio::test]
async fn an_upload_sent_twice_makes_one_file() {
    let server = Server::start().await;
    let fields = [("purpose", "dispute_evidence")];
    let headers = [("idempotency-key", "k")];
    let first = server
        .upload(&server.secret, &fields, Some(JPEG), &headers)
        .await
        .ok();
    let second = server
        .upload(&server.secret, &fields, Some(JPEG), &headers)
        .await
        .ok();
    assert_eq!(first, second);
    assert_eq!(server.services.blobs.list().await.unwrap().len(), 1);
    let other = server
        .upload(&server.secret, &fields, Some(b"other"), &headers)
        .await;
    assert_eq!(other.json()["error"]["type"], "idempotency_error");
    assert_eq!(server.services.blobs.list().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_person_hands_in_pictures_of_their_own_session() {
    let server = Server::start().await;
    let id = server.session().await;
    let key = ephemeral_key(&server, &id).await;
    let fields = [("owned_by", id.as_str()), ("purpose", "identity_private")];
    let file = server.upload(&key, &fields, Some(JPEG), &[]).await.ok();
    assert_json_snapshot!(scrub(file.clone()));
    let sealed = server.services.blobs.list().await.unwrap();
    assert_eq!(sealed.len(), 1);

    let path = format!("/v1/files/{}", file["id"].as_str().unwrap());
    assert_eq!(server.get(&path).await.refusal().0, 404, "the person's own");
    assert_eq!(server.get("/v1/files").await.ok()["data"], json!([]));
    let link = server
        .post(
            "/v1/file_links",
            &format!("file={}", file["id"].as_str().unwrap()),
        )
        .await;
    assert_eq!(
        link.refusal(),
        (400, "resource_missing".to_owned(), "file".to_owned())
    );

    let other = server.session().await;
    let foreign = [
        ("owned_by", other.as_str()),
        ("purpose", "identity_private"),
    ];
    let refused = server.upload(&key, &foreign, Some(JPEG), &[]).await;
    assert_eq!(
        refused.refusal(),
        (400, "resource_missing".to_owned(), "owned_by".to_owned())
    );
    let text = server
        .upload(&key, &fields, Some(b"not a picture"), &[])
        .await;
    assert_eq!(text.refusal(), (400, String::new(), "file".to_owned()));
    let heic = server
        .upload(&key, &fields, Some(b"\0\0\0\x18ftypheic"), &[])
        .await;
    assert!(
        heic.json()["error"]["message"]
            .as_str()
            .unwrap()
            .contains("JPEG")
    );

    server
        .post(&format!("{SESSIONS}/{id}/cancel"), "")
        .await
        .ok();
    let closed = server.upload(&key, &fields, Some(JPEG), &[]).await;
    assert_eq!(closed.refusal().1, "status_transition_invalid");
}

/// However many come at once, what is over the limit is refused, and nothing of it stays.
#[tokio::test]
async fn a_session_takes_so_many_files_and_no_more() {
    let server = Server::start().await;
    let id = server.session().await;
    let key = ephemeral_key(&server, &id).await;
    let fields = [("owned_by", id.as_str()), ("purpose", "identity_private")];
    let most = Guards::UPLOADS as usize;
    let uploads = (0..most + 20).map(|_| server.upload(&key, &fields, Some(JPEG), &[]));
    let answers: Vec<_> = stream::iter(uploads).buffer_unordered(40).collect().await;
    let (taken, refused): (Vec<_>, Vec<_>) = answers
        .iter()
        .partition(|answer| answer.status == StatusCode::OK);
    assert_eq!(taken.len(), most);
    for refused in refused {
        assert_eq!(refused.refusal().1, "status_transition_invalid");
    }
    assert_eq!(server.services.blobs.list().await.unwrap().len(), most);
}

#[tokio::test]
async fn who_declined_hands_in_nothing_until_they_consent() {
    let server = Server::start().await;
    let id = server.session().await;
    let key = ephemeral_key(&server, &id).await;
    server
        .change(&id, async |services, unit, opened| {
            let error = LastError {
                code: ErrorCode::ConsentDeclined,
                reason: Reason::ConsentDeclined,
            };
            let told = services.fail_before_submission(unit, opened, error);
            told.await.unwrap();
        })
        .await;
    let fields = [("owned_by", id.as_str()), ("purpose", "identity_private")];
    let refused = server.upload(&key, &fields, Some(JPEG), &[]).await;
    assert_eq!(refused.refusal().1, "status_transition_invalid");
    assert!(server.services.blobs.list().await.unwrap().is_empty());
    server
        .change(&id, async |services, unit, opened| {
            opened.personal.collected.consent = Some(Consent {
                given_at: NOW,
                language: "en".to_owned(),
                text_version: String::new(),
                text: Vec::new(),
            });
            services.write(unit, opened).await.unwrap();
        })
        .await;
    server.upload(&key, &fields, Some(JPEG), &[]).await.ok();
}

#[tokio::test]
async fn an_ephemeral_key_opens_nothing_else_and_expires() {
    let server = Server::start().await;
    let id = server.session().await;
    let form = format!("verification_session={id}");
    let unversioned = server.post("/v1/ephemeral_keys", &form).await;
    assert_eq!(unversioned.refusal().0, 400);
    let made = server
        .post_with(&server.secret, "/v1/ephemeral_keys", &form, &[VERSION])
        .await
        .ok();
    assert_json_snapshot!(scrub(made.clone()));
    let key = made["secret"].as_str().unwrap();
    assert_eq!(
        server
            .get_with(key, &format!("{SESSIONS}/{id}"))
            .await
            .refusal()
            .0,
        403
    );
    let create = server.post_with(key, SESSIONS, "type=document", &[]).await;
    assert_eq!(create.refusal().0, 403);
    server.clock.advance(3600);
    let fields = [("owned_by", id.as_str()), ("purpose", "identity_private")];
    let expired = server.upload(key, &fields, Some(JPEG), &[]).await;
    assert_eq!(
        expired.refusal(),
        (401, "api_key_expired".to_owned(), String::new())
    );

    let fresh = ephemeral_key(&server, &id).await;
    let hash = identity::secret_hash(&fresh);
    let mut unit = server.services.store.read().await.unwrap();
    let kept = unit.ephemeral_key_by_hash(&hash).await.unwrap().unwrap();
    let deleted = server
        .delete(&format!("/v1/ephemeral_keys/{}", kept.id))
        .await
        .ok();
    assert!(deleted.get("secret").is_none());
    let request = Server::request(Method::GET, SESSIONS, &fresh);
    let gone = server
        .send(request.body(axum::body::Body::empty()).unwrap())
        .await;
    assert_eq!(gone.refusal().0, 401);
}
