//! Leases of what one process at a time should do.

use super::Backend;
use super::sample::NOW;

/// A lease is one's own until it ends, and can be prolonged.
pub async fn are_exclusive(backend: &mut dyn Backend) {
    let store = backend.store();
    let mut unit = store.begin().await.unwrap();
    let until = NOW.plus(10);
    assert!(unit.hold_lease("turn", "one", NOW, until).await.unwrap());
    assert!(!unit.hold_lease("turn", "two", NOW, until).await.unwrap());
    assert!(unit.hold_lease("other", "two", NOW, until).await.unwrap());
    let later = NOW.plus(5);
    assert!(
        unit.hold_lease("turn", "one", later, later.plus(10))
            .await
            .unwrap()
    );
    assert!(
        !unit
            .hold_lease("turn", "two", NOW.plus(14), NOW.plus(24))
            .await
            .unwrap()
    );
    assert!(
        unit.hold_lease("turn", "two", NOW.plus(15), NOW.plus(25))
            .await
            .unwrap()
    );
    assert!(
        !unit
            .hold_lease("turn", "one", NOW.plus(15), NOW.plus(25))
            .await
            .unwrap()
    );
}
