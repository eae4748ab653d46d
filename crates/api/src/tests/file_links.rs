//! Links to pictures: no identifier opens anything, nobody is shown an address who may not fetch what
//! it leads to, and no change gives what creation would refuse.

use identity::{FileId, FileLink, FileLinkId, KeyKind, Permission, Timestamp};
use serde_json::{Value, json};

use super::harness::{NOW, Server};
use super::sensitive::verified;

const LINKS: &str = "/v1/file_links";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n an ordinary picture";

struct Keys {
    reader: String,
    writer: String,
    viewer: String,
}

async fn keys(server: &Server) -> Keys {
    let key = async |permission| server.key(KeyKind::Restricted, &[permission], &[]).await;
    Keys {
        reader: key(Permission::Read).await,
        writer: key(Permission::Write).await,
        viewer: key(Permission::SensitiveResults).await,
    }
}

/// A verified person's picture and a link to it that a key made which may see it.
async fn linked(server: &Server, viewer: &str) -> (String, Value) {
    let (_, picture) = verified(server).await;
    let form = format!("file={picture}");
    let link = server.post_with(viewer, LINKS, &form, &[]).await.ok();
    (picture, link)
}

async fn ordinary(server: &Server) -> String {
    let fields = [("purpose", "dispute_evidence")];
    let file = server.upload(&server.secret, &fields, Some(PNG), &[]).await;
    file.ok()["id"].as_str().unwrap().to_owned()
}

fn id(link: &Value) -> &str {
    link["id"].as_str().unwrap()
}

fn path(link: &Value) -> &str {
    let url = link["url"].as_str().unwrap();
    url.strip_prefix("http://host.test").unwrap()
}

/// Writes a link behind the API's back, as older versions left some.
async fn left_behind(server: &Server, file: &str, expires_at: Option<Timestamp>) -> FileLink {
    let link = FileLink {
        id: FileLinkId::generate(server.services.random.as_ref()),
        account: server.scope.account.clone(),
        mode: server.scope.mode,
        created: NOW,
        file: FileId::parse(file).unwrap(),
        expires_at,
        metadata: identity::Metadata::new(),
    };
    let mut unit = server.unit().await;
    unit.insert_file_link(&link).await.unwrap();
    unit.save().await.unwrap();
    link
}

#[tokio::test]
async fn an_identifier_opens_nothing() {
    let server = Server::start().await;
    let viewer = keys(&server).await.viewer;
    let (_, picture) = linked(&server, &viewer).await;
    let form = format!("file={}", ordinary(&server).await);
    let link = server.post(LINKS, &form).await.ok();
    for link in [picture, link] {
        assert_eq!(server.get(path(&link)).await.status, 200);
        assert!(!path(&link).contains(id(&link)));
        let by_id = server.get(&format!("/links/{}", id(&link))).await;
        assert_eq!(by_id.refusal().0, 404);
    }
}

#[tokio::test]
async fn addresses_of_pictures_show_to_those_who_may_see_them() {
    let server = Server::start().await;
    let Keys {
        reader,
        writer,
        viewer,
    } = keys(&server).await;
    let (picture, link) = linked(&server, &viewer).await;
    let one = format!("{LINKS}/{}", id(&link));
    let views = [
        (one.clone(), "/url"),
        (LINKS.to_owned(), "/data/0/url"),
        (
            format!("{one}?expand[]=file.links"),
            "/file/links/data/0/url",
        ),
        (
            format!("/v1/files/{picture}?expand[]=links"),
            "/links/data/0/url",
        ),
        (
            "/v1/files?expand[]=data.links".to_owned(),
            "/data/0/links/data/0/url",
        ),
    ];
    for (view, pointer) in &views {
        for key in [&server.secret, &reader, &writer] {
            let shown = server.get_with(key, view).await.ok();
            assert_eq!(shown.pointer(pointer), Some(&json!(null)), "{view}");
            assert!(!shown.to_string().contains("/links/"), "{view}");
        }
        let shown = server.get_with(&viewer, view).await.ok();
        assert_eq!(shown.pointer(pointer), Some(&link["url"]), "{view}");
    }
    // Ordinary contents are open to whoever may read, and so are addresses of them.
    let form = format!("file={}", ordinary(&server).await);
    let link = server.post(LINKS, &form).await.ok();
    let one = format!("{LINKS}/{}", id(&link));
    assert_eq!(
        server.get_with(&reader, &one).await.ok()["url"],
        link["url"]
    );
}

#[tokio::test]
async fn results_of_more_than_two_days_ago_have_no_addresses() {
    let server = Server::start().await;
    let viewer = keys(&server).await.viewer;
    let bound = server
        .key(
            KeyKind::Restricted,
            &[Permission::SensitiveResults],
            &["10.0.0.0/8"],
        )
        .await;
    let (picture, _) = linked(&server, &viewer).await;
    server.clock.advance(48 * 3600);
    let form = format!("file={picture}");
    let link = server.post_with(&bound, LINKS, &form, &[]).await.ok();
    let one = format!("{LINKS}/{}", id(&link));
    assert_eq!(
        server.get_with(&viewer, &one).await.ok()["url"],
        json!(null)
    );
    let renamed = server
        .post_with(&viewer, &one, "metadata[a]=b", &[])
        .await
        .refusal();
    assert_eq!(renamed.0, 403);
    assert_eq!(server.get_with(&bound, &one).await.ok()["url"], link["url"]);
}

#[tokio::test]
async fn a_change_asks_what_creation_asks() {
    let server = Server::start().await;
    let Keys {
        reader,
        writer,
        viewer,
    } = keys(&server).await;
    let (_, link) = linked(&server, &viewer).await;
    let one = format!("{LINKS}/{}", id(&link));
    let soon = format!("expires_at={}", NOW.0 + 10);
    for key in [&server.secret, &reader, &writer] {
        for form in [soon.as_str(), "metadata[a]=b", "expires_at=now"] {
            let refused = server.post_with(key, &one, form, &[]).await;
            assert_eq!(refused.refusal().0, 403, "{form}");
        }
    }
    let late = format!("expires_at={}", NOW.0 + 60);
    let refused = server.post_with(&viewer, &one, &late, &[]).await.refusal();
    assert_eq!(refused, (400, String::new(), "expires_at".to_owned()));
    let endless = server.post_with(&viewer, &one, "expires_at=", &[]).await;
    assert_eq!(endless.ok()["expires_at"], NOW.0 + 30);
    let shorter = server.post_with(&viewer, &one, &soon, &[]).await.ok();
    assert_eq!(shorter["expires_at"], NOW.0 + 10);

    let form = format!("file={}", ordinary(&server).await);
    let one = server.post_with(&writer, LINKS, &form, &[]).await.ok();
    let one = format!("{LINKS}/{}", id(&one));
    for key in [&reader, &viewer] {
        let refused = server.post_with(key, &one, "expires_at=now", &[]).await;
        assert_eq!(refused.refusal().0, 403);
    }
    server
        .post_with(&writer, &one, "expires_at=now", &[])
        .await
        .ok();
}

#[tokio::test]
async fn what_has_expired_stays_so() {
    let server = Server::start().await;
    let viewer = keys(&server).await.viewer;
    let (_, picture) = linked(&server, &viewer).await;
    let form = format!("file={}&expires_at={}", ordinary(&server).await, NOW.0 + 30);
    let other = server.post(LINKS, &form).await.ok();
    server.clock.advance(30);
    for (key, link) in [(&viewer, &picture), (&server.secret, &other)] {
        let one = format!("{LINKS}/{}", id(link));
        let later = format!("expires_at={}", NOW.0 + 40);
        for form in [later.as_str(), "expires_at=", "metadata[a]=b"] {
            let refused = server.post_with(key, &one, form, &[]).await.refusal();
            let status = "status_transition_invalid".to_owned();
            assert_eq!(refused, (400, status, String::new()), "{form}");
        }
        assert_eq!(server.get(path(link)).await.refusal().0, 404);
        let shown = server.get_with(key, &one).await.ok();
        assert_eq!(
            (&shown["expired"], &shown["url"]),
            (&json!(true), &json!(null))
        );
    }
}

#[tokio::test]
async fn an_upload_brings_no_link_to_an_identity_document() {
    let server = Server::start().await;
    let fields = [
        ("purpose", "identity_document"),
        ("file_link_data[create]", "true"),
    ];
    let refused = server
        .upload(&server.secret, &fields, Some(PNG), &[])
        .await
        .refusal();
    let param = "file_link_data[create]".to_owned();
    assert_eq!(refused, (400, String::new(), param));
    assert!(server.services.blobs.list().await.unwrap().is_empty());
    let past = [
        ("purpose", "dispute_evidence"),
        ("file_link_data[create]", "true"),
        ("file_link_data[expires_at]", "1"),
    ];
    let refused = server
        .upload(&server.secret, &past, Some(PNG), &[])
        .await
        .refusal();
    let param = "file_link_data[expires_at]".to_owned();
    assert_eq!(refused, (400, String::new(), param));
    assert_eq!(server.get(LINKS).await.ok()["data"], json!([]));
}

#[tokio::test]
async fn what_older_versions_left_alive_is_dead() {
    let server = Server::start().await;
    let viewer = keys(&server).await.viewer;
    let (_, picture) = verified(&server).await;
    let fields = [("purpose", "identity_document")];
    let document = server.upload(&server.secret, &fields, Some(PNG), &[]).await;
    let document = document.ok()["id"].as_str().unwrap().to_owned();
    let revived = left_behind(&server, &picture, Some(NOW.plus(9999))).await;
    let endless = left_behind(&server, &document, None).await;
    server.clock.advance(30);
    for link in [revived, endless] {
        let url = server.services.file_link_url(&link);
        let path = url.strip_prefix("http://host.test").unwrap();
        assert_eq!(server.get(path).await.refusal().0, 404);
        let shown = format!("{LINKS}/{}", link.id);
        for key in [&viewer, &server.secret] {
            let shown = server.get_with(key, &shown).await.ok();
            assert_eq!(shown["url"], json!(null));
        }
    }
}
