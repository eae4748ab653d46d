//! Frames that were handed in to follow challenges.

use tokio::task::JoinSet;

use super::Backend;
use super::sample::{NOW, Sample, other_mode};
use crate::KnownFrame;

fn frame(digest: &str, film: &str, frame: u32) -> KnownFrame {
    KnownFrame {
        digest: digest.to_owned(),
        film: film.to_owned(),
        frame,
    }
}

fn digests(digests: &[&str]) -> Vec<String> {
    digests.iter().map(|digest| (*digest).to_owned()).collect()
}

/// What was added is found by its digests, where it was added alone.
pub async fn round_trip(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let added = [
        frame("a", "one", 0),
        frame("b", "one", 0),
        frame("a", "one", 1),
        frame("a", "two", 0),
    ];
    let mut unit = store.begin().await.unwrap();
    unit.insert_known_frames(&scope, NOW, &added).await.unwrap();
    unit.insert_known_frames(&scope, NOW, &[]).await.unwrap();
    unit.save().await.unwrap();
    backend.reopen().await;
    let mut unit = backend.store().read().await.unwrap();
    let mut found = unit
        .known_frames(&scope, &digests(&["a", "c"]))
        .await
        .unwrap();
    found.sort();
    assert_eq!(
        found,
        [added[0].clone(), added[2].clone(), added[3].clone()]
    );
    let none = unit.known_frames(&scope, &[]).await.unwrap();
    assert_eq!(none, []);
    let other = other_mode(&scope);
    let elsewhere = unit.known_frames(&other, &digests(&["a"])).await;
    assert_eq!(elsewhere.unwrap(), []);
}

/// Of several units that bring the same frame at once, all but one find it known.
pub async fn one_is_first(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let mut units = JoinSet::new();
    for number in 0..8 {
        let (store, scope) = (store.clone(), scope.clone());
        units.spawn(async move {
            let mut unit = store.begin().await.unwrap();
            let found = unit.known_frames(&scope, &digests(&["a"])).await.unwrap();
            let own = [frame("a", &format!("film {number}"), 0)];
            unit.insert_known_frames(&scope, NOW, &own).await.unwrap();
            unit.save().await.unwrap();
            found.len()
        });
    }
    let mut found = units.join_all().await;
    found.sort_unstable();
    assert_eq!(found, [0, 1, 2, 3, 4, 5, 6, 7]);
}

/// What was seen before a day is forgotten, of one scope or of all.
pub async fn forgetting(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let other = other_mode(&scope);
    let mut unit = store.begin().await.unwrap();
    for (scope, day) in [(&scope, NOW), (&other, NOW), (&scope, NOW.plus(1))] {
        let film = format!("film of {}", day.0);
        let added = [frame("a", &film, 0), frame("b", &film, 0)];
        unit.insert_known_frames(scope, day, &added).await.unwrap();
    }
    let forgotten = unit.forget_known_frames(Some(&scope), NOW.plus(1)).await;
    assert_eq!(forgotten.unwrap(), 2);
    let left = unit.known_frames(&scope, &digests(&["a"])).await.unwrap();
    assert_eq!(left.len(), 1);
    let forgotten = unit.forget_known_frames(None, NOW.plus(2)).await;
    assert_eq!(forgotten.unwrap(), 4);
}
