use axum::body::Body;
use http::Method;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::harness::{SESSIONS, Server};

/// Names and pieces that lead deep into the endpoints, mixed with anything.
fn pair() -> impl Strategy<Value = String> {
    let name = prop_oneof![
        prop::sample::select(vec![
            "type",
            "metadata[a]",
            "metadata",
            "options[document][allowed_types][]",
            "options[document]",
            "provided_details[email]",
            "expand[]",
            "return_url",
            "enabled_events[]",
            "url",
            "file",
            "expires_at",
            "limit",
            "starting_after",
            "created[gte]",
            "created",
            "verification_session",
            "client_reference_id",
        ])
        .prop_map(str::to_owned),
        r"[a-z\[\]%+=&]{0,12}",
        any::<String>(),
    ];
    let value = prop_oneof![
        prop::sample::select(vec![
            "document",
            "passport",
            "true",
            "vs_1",
            "https://a.example",
            "*",
            "now",
            "-1",
            "9223372036854775807",
            "verified_outputs",
            "",
        ])
        .prop_map(str::to_owned),
        "[0-9]{1,25}",
        any::<String>(),
    ];
    (name, value).prop_map(|(name, value)| {
        let encode = |text: &str| text.replace(['&', '#', ' '], "+");
        format!("{}={}", encode(&name), encode(&value))
    })
}

#[test]
fn no_form_makes_the_server_fail() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let server = runtime.block_on(Server::start());
    let session = runtime.block_on(server.session());
    let posts = [
        SESSIONS.to_owned(),
        format!("{SESSIONS}/{session}"),
        "/v1/webhook_endpoints".to_owned(),
        "/v1/file_links".to_owned(),
        "/v1/ephemeral_keys".to_owned(),
    ];
    let lists = [
        SESSIONS,
        "/v1/identity/verification_reports",
        "/v1/files",
        "/v1/file_links",
        "/v1/events",
        "/v1/webhook_endpoints",
    ];
    let strategy = (
        prop::collection::vec(pair(), 0..8),
        0..posts.len(),
        0..lists.len(),
    );
    let mut runner = TestRunner::new(Config::with_cases(150));
    let outcome = runner.run(&strategy, |(pairs, post, list)| {
        let form = pairs.join("&");
        let answer = runtime.block_on(server.post(&posts[post], &form));
        prop_assert!(!answer.status.is_server_error(), "{} {form}", posts[post]);
        let query: String = form.chars().filter(char::is_ascii_graphic).collect();
        let request = Server::request(
            Method::GET,
            &format!("{}?{query}", lists[list]),
            &server.secret,
        );
        // Not every text is a URI; those that are not never reach the server.
        if let Ok(request) = request.body(Body::empty()) {
            let answer = runtime.block_on(server.send(request));
            prop_assert!(!answer.status.is_server_error(), "{} {query}", lists[list]);
        }
        Ok(())
    });
    outcome.unwrap();
}
