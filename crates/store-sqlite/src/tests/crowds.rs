use identity::{AccountId, Mode, SessionId};
use store::Scope;
use store::conformance::Backend as _;
use tokio::task::JoinSet;

use super::Temporary;

/// Many more units than there are connections, each of which asks aside first, as calls do.
#[tokio::test(flavor = "multi_thread")]
async fn more_readers_than_connections_wait_and_are_served() {
    let backend = Temporary::new().await;
    let mut calls = JoinSet::new();
    for number in 0..200_u8 {
        let store = backend.store();
        calls.spawn(async move {
            let mut unit = store.read().await.unwrap();
            assert_eq!(unit.api_key_by_hash(&[number % 3; 32]).await.unwrap(), None);
            let id = SessionId::from_stored("vs_1".to_owned());
            assert_eq!(unit.session_anywhere(&id).await.unwrap(), None);
            let mut writing = store.begin().await.unwrap();
            let scope = Scope {
                account: AccountId::from_stored("acct_1".to_owned()),
                mode: Mode::Test,
            };
            assert!(writing.enabled_endpoints(&scope).await.unwrap().is_empty());
        });
    }
    while let Some(served) = calls.join_next().await {
        served.unwrap();
    }
}
