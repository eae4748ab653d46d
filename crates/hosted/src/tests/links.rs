use http::{Method, StatusCode};
use identity::{LinkTokenKind, SessionId, VerificationSession, VerificationType};
use serde_json::json;

use super::world::{Answer, World};

async fn context(world: &World, link: &str, cookie: Option<&str>) -> Answer {
    let headers: Vec<_> = cookie
        .map(|cookie| ("cookie".to_owned(), cookie.to_owned()))
        .into_iter()
        .collect();
    let path = format!("{link}/context");
    world.call(Method::GET, &path, &headers, None).await
}

async fn begin(world: &World, link: &str, headers: &[(&str, &str)]) -> Answer {
    let headers: Vec<_> = headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    let path = format!("{link}/begin");
    world.call(Method::POST, &path, &headers, Some("")).await
}

#[tokio::test]
async fn a_link_opens_once_and_then_in_that_browser_alone() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let link = world.link(&session, LinkTokenKind::Url);
    let secret = world.link(&session, LinkTokenKind::ClientSecret);

    for _ in 0..2 {
        let seen = context(&world, &link, None).await;
        insta::assert_json_snapshot!("context_of_a_new_link", seen.body);
        assert_eq!(seen.headers["cache-control"], "no-store");
    }
    assert_eq!(world.opened(&session.id).await.session.links_spent, 0);

    let begun = begin(&world, &link, &[]).await;
    assert_eq!(begun.status, StatusCode::OK);
    insta::assert_json_snapshot!("begun", begun.body, { ".session" => "vs" });
    let set = begun.headers["set-cookie"].to_str().unwrap();
    assert!(set.contains("; HttpOnly; SameSite=Lax; Secure"), "{set}");
    assert!(set.contains("; Path=/;"), "{set}");
    let cookie = begun.cookie().unwrap();

    for spent in [&link, &secret] {
        assert_eq!(context(&world, spent, None).await.body["state"], "used");
        let elsewhere = begin(&world, spent, &[]).await;
        assert_eq!(elsewhere.status, StatusCode::GONE);
        assert_eq!(elsewhere.code(), "link_used");
    }

    let here = context(&world, &link, Some(&cookie)).await;
    assert_eq!(here.body["state"], "open_here");
    assert_eq!(here.body["session"], json!(session.id));
    let again = begin(&world, &link, &[("cookie", &cookie)]).await;
    assert_eq!(again.body, begun.body);
    assert_eq!(world.opened(&session.id).await.session.links_spent, 1);
    assert_eq!(world.browser(&session, &cookie).page().await.status, 200);
}

#[tokio::test]
async fn a_client_secret_opens_the_page_as_a_link_does() {
    let world = World::new().await;
    let session = world
        .session(VerificationType::Document, identity::Options::default())
        .await;
    let secret = world.services.links(&session).client_secret.unwrap();
    let token = secret.split_once("_secret_").unwrap().1;
    let begun = begin(&world, &format!("/start/{token}"), &[]).await;
    assert_eq!(begun.status, StatusCode::OK);
    assert_eq!(begun.body["session"], json!(session.id));
}

#[tokio::test]
async fn an_expired_link_opens_only_where_it_was_open() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let secret = world.link(&session, LinkTokenKind::ClientSecret);
    world.clock.advance(24 * 3600);
    assert_eq!(
        context(&world, &secret, None).await.body["state"],
        "expired"
    );
    let refused = begin(&world, &secret, &[]).await;
    assert_eq!(
        (refused.status, refused.code()),
        (StatusCode::GONE, "link_expired")
    );

    let link = world.link(&session, LinkTokenKind::Url);
    let cookie = begin(&world, &link, &[]).await.cookie().unwrap();
    let old = context(&world, &secret, Some(&cookie)).await;
    assert_eq!(old.body["state"], "open_here");
}

/// Moves the session's own time forward; the session as it is then.
async fn advance(world: &World, id: &SessionId, hours: i64) -> VerificationSession {
    let services = &world.services;
    let mut unit = services.store.begin().await.unwrap();
    let found = services.find_anywhere(unit.as_mut(), id).await.unwrap();
    let mut opened = found.unwrap();
    services
        .advance(unit.as_mut(), &mut opened, hours * 3600)
        .await
        .unwrap();
    unit.save().await.unwrap();
    opened.session
}

#[tokio::test]
async fn the_time_of_a_session_is_that_of_its_links_and_browsers() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let link = world.link(&session, LinkTokenKind::Url);
    let secret = world.link(&session, LinkTokenKind::ClientSecret);
    advance(&world, &session.id, 24).await;
    let state = async |link: &str, cookie: Option<&str>| {
        context(&world, link, cookie).await.body["state"].clone()
    };
    assert_eq!(state(&secret, None).await, "expired");
    assert_eq!(state(&link, None).await, "new");
    let cookie = begin(&world, &link, &[]).await.cookie().unwrap();
    assert_eq!(world.browser(&session, &cookie).page().await.status, 200);

    let later = advance(&world, &session.id, 48).await;
    assert_eq!(world.browser(&session, &cookie).page().await.status, 401);
    assert_eq!(state(&link, Some(&cookie)).await, "used");
    let fresh = world.link(&later, LinkTokenKind::Url);
    assert_eq!(state(&fresh, None).await, "new");
}

#[tokio::test]
async fn links_that_are_none_of_ours_are_unknown() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let own = world.services.token(&session, LinkTokenKind::Url);
    let cookie_token = world.services.token(&session, LinkTokenKind::Browser);
    for token in ["x", "test_AAAA", &own[..own.len() - 2], &cookie_token] {
        let link = format!("/start/{token}");
        let seen = context(&world, &link, None).await;
        assert_eq!(
            (seen.status, seen.code()),
            (StatusCode::NOT_FOUND, "link_unknown")
        );
        let begun = begin(&world, &link, &[]).await;
        assert_eq!(
            (begun.status, begun.code()),
            (StatusCode::NOT_FOUND, "link_unknown")
        );
    }
}

#[tokio::test]
async fn a_canceled_session_is_closed() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let link = world.link(&session, LinkTokenKind::Url);
    world.cancel(&session.id).await;
    let seen = context(&world, &link, None).await;
    assert_eq!(seen.body["state"], "closed");
    assert_eq!(seen.body["status"], "canceled");
    let refused = begin(&world, &link, &[]).await;
    assert_eq!(
        (refused.status, refused.code()),
        (StatusCode::CONFLICT, "session_closed")
    );
}

#[tokio::test]
async fn other_sites_spend_no_links() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let link = world.link(&session, LinkTokenKind::Url);
    let refused = begin(&world, &link, &[("sec-fetch-site", "cross-site")]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(context(&world, &link, None).await.body["state"], "new");
}

#[tokio::test]
async fn a_cookie_without_the_header_of_the_page_only_reads() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let other = world.selfie_session().await;
    let link = world.link(&session, LinkTokenKind::Url);
    let cookie = begin(&world, &link, &[]).await.cookie().unwrap();

    let mut forged = world.browser(&session, &cookie);
    forged.headers.retain(|(name, _)| name != "x-bonafide-page");
    assert_eq!(forged.page().await.status, StatusCode::OK);
    let refused = forged.consent().await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(
        world
            .opened(&session.id)
            .await
            .personal
            .collected
            .consent
            .is_none()
    );

    let elsewhere = world.browser(&other, &cookie);
    assert_eq!(elsewhere.page().await.status, StatusCode::UNAUTHORIZED);
    let renamed = cookie.replace(session.id.as_str(), other.id.as_str());
    let elsewhere = world.browser(&other, &renamed);
    assert_eq!(elsewhere.page().await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn one_browser_can_be_in_several_sessions() {
    let world = World::new().await;
    let (first, second) = (world.selfie_session().await, world.selfie_session().await);
    let mut cookies = Vec::new();
    for session in [&first, &second] {
        let link = world.link(session, LinkTokenKind::Url);
        cookies.push(begin(&world, &link, &[]).await.cookie().unwrap());
    }
    let jar = cookies.join("; ");
    for session in [&first, &second] {
        let browser = world.browser(session, &jar);
        let page = browser.page().await;
        assert_eq!(page.body["id"], json!(session.id));
        assert_eq!(browser.consent().await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn the_page_comes_with_a_policy_or_says_how_to_build_it() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let link = world.link(&session, LinkTokenKind::Url);
    let page = world.call(Method::GET, &link, &[], None).await;
    assert_eq!(page.headers["cache-control"], "no-store");
    assert_eq!(page.headers["x-content-type-options"], "nosniff");
    assert_eq!(page.headers["referrer-policy"], "no-referrer");
    if page.status == StatusCode::OK {
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"));
        assert_eq!(page.headers["permissions-policy"], "camera=(self)");
    } else {
        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(page.body.as_str().unwrap().contains("make build"));
    }
    let head = world.call(Method::HEAD, &link, &[], None).await;
    assert_eq!(head.status, page.status);
    let missing = world.call(Method::GET, "/assets/no.js", &[], None).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    let outside = world
        .call(Method::GET, "/assets/../package.json", &[], None)
        .await;
    assert_eq!(outside.status, StatusCode::NOT_FOUND);
}

/// Browsers that send no Fetch Metadata still say which page calls.
#[tokio::test]
async fn links_are_spent_by_pages_of_ours_alone() {
    let world = World::new().await;
    let session = world.selfie_session().await;
    let link = world.link(&session, LinkTokenKind::Url);
    for foreign in [
        ("origin", "https://elsewhere.example"),
        ("origin", "https://verify.example.org.elsewhere.example"),
        ("origin", "http://verify.example.org"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        let refused = begin(&world, &link, &[foreign]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{foreign:?}");
    }
    assert_eq!(world.opened(&session.id).await.session.links_spent, 0);
    let ours = begin(&world, &link, &[("origin", "https://verify.example.org")]).await;
    assert_eq!(ours.status, StatusCode::OK);
    // Under another name of the machine, as developers open it.
    let session = world.selfie_session().await;
    let link = world.link(&session, LinkTokenKind::Url);
    let headers = [
        ("origin", "http://localhost:12111"),
        ("host", "localhost:12111"),
    ];
    assert_eq!(begin(&world, &link, &headers).await.status, StatusCode::OK);
}

#[tokio::test]
async fn no_path_breaks_the_way_to_the_plain_page() {
    let world = World::new().await;
    for token in ["%00", "%0D%0AX:%20y", "%C3%A9", "%FF", "a%2Fb", "unknown"] {
        let path = format!("/start/{token}?plain");
        let sent = world.call(Method::GET, &path, &[], None).await;
        if sent.status == StatusCode::SEE_OTHER {
            let to = sent.headers["location"].to_str().unwrap();
            assert_eq!(to, format!("/start/{token}/plain"));
        } else {
            assert!(sent.status.is_client_error(), "{token}: {}", sent.status);
        }
    }
}
