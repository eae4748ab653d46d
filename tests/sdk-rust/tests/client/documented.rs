//! The code in the documentation, run as it stands there.

use sdk_rust_tests::Server;

/// The code itself, in a file of its own so that it can be compared.
mod code {
    include!("documented_code.rs");
}

#[tokio::test]
async fn the_documented_code_creates_a_session() {
    let page = include_str!("../../../../docs/sdks.md");
    let block = format!("```rust\n{}```", include_str!("documented_code.rs"));
    assert!(page.contains(&block), "docs/sdks.md shows other code");
    let server = Server::start().await;
    let link = code::link_for_somebody(&server.url, &server.keys.secret)
        .await
        .unwrap();
    assert!(link.unwrap().starts_with(&server.url));
}
