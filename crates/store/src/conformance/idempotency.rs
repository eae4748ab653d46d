//! Answers kept under idempotency keys.

use super::Backend;
use super::sample::{NOW, Sample, other_mode};
use crate::{IdempotentAnswer, StoreError};

/// What was kept can be read.
pub async fn round_trip(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let (scope, answer) = (sample.scope(), sample.answer());
    let mut unit = store.begin().await.unwrap();
    unit.insert_idempotent_answer(&scope, "key ключ", &answer)
        .await
        .unwrap();
    assert_eq!(
        unit.idempotent_answer(&scope, "key ключ").await.unwrap(),
        Some(answer)
    );
    assert_eq!(unit.idempotent_answer(&scope, "other").await.unwrap(), None);
}

/// The first answer stands.
pub async fn a_key_answers_once(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let (scope, answer) = (sample.scope(), sample.answer());
    let mut unit = store.begin().await.unwrap();
    unit.insert_idempotent_answer(&scope, "key", &answer)
        .await
        .unwrap();
    let second = unit
        .insert_idempotent_answer(&scope, "key", &sample.answer())
        .await;
    assert!(matches!(second, Err(StoreError::Conflict { .. })));
    assert_eq!(
        unit.idempotent_answer(&scope, "key").await.unwrap(),
        Some(answer)
    );
}

/// The same key means different things in different scopes.
pub async fn scopes_have_their_own_keys(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let mut unit = store.begin().await.unwrap();
    for scope in [other_mode(&scope), sample.scope(), scope] {
        let answer = sample.answer();
        assert_eq!(unit.idempotent_answer(&scope, "key").await.unwrap(), None);
        unit.insert_idempotent_answer(&scope, "key", &answer)
            .await
            .unwrap();
        assert_eq!(
            unit.idempotent_answer(&scope, "key").await.unwrap(),
            Some(answer)
        );
    }
}

/// What is old is forgotten and counted; what is exactly at the moment is kept.
pub async fn forgetting(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let mut unit = store.begin().await.unwrap();
    for age in -2..=1 {
        let answer = IdempotentAnswer {
            created: NOW.plus(age),
            ..sample.answer()
        };
        unit.insert_idempotent_answer(&scope, &format!("key {age}"), &answer)
            .await
            .unwrap();
    }
    assert_eq!(unit.forget_idempotent_answers(NOW).await.unwrap(), 2);
    assert_eq!(unit.forget_idempotent_answers(NOW).await.unwrap(), 0);
    assert_eq!(
        unit.idempotent_answer(&scope, "key -1").await.unwrap(),
        None
    );
    assert!(
        unit.idempotent_answer(&scope, "key 0")
            .await
            .unwrap()
            .is_some()
    );
}

/// Answers about a session are found by it, and replaced when it is redacted.
pub async fn of_a_session(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let session = sample.session(&scope).session.id;
    let answer = IdempotentAnswer {
        session: Some(session.clone()),
        ..sample.answer()
    };
    let mut unit = store.begin().await.unwrap();
    unit.insert_idempotent_answer(&scope, "about it", &answer)
        .await
        .unwrap();
    unit.insert_idempotent_answer(&scope, "other", &sample.answer())
        .await
        .unwrap();
    let found = unit.idempotent_answers_of_session(&session).await.unwrap();
    assert_eq!(
        found,
        [(scope.clone(), "about it".to_owned(), answer.clone())]
    );
    unit.replace_idempotent_answer(&scope, "about it", b"less")
        .await
        .unwrap();
    let left = unit.idempotent_answer(&scope, "about it").await.unwrap();
    let expected = IdempotentAnswer {
        session: None,
        sealed_body: b"less".to_vec(),
        ..answer
    };
    assert_eq!(left, Some(expected));
    let found = unit.idempotent_answers_of_session(&session).await.unwrap();
    assert!(found.is_empty());
}
