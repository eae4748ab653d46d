use identity::RequestOrigin;
use store::{Erased, JobKind};

use super::{Installation, NOW};
use crate::{EpochPolicy, check_receipt};

const HOUR: i64 = 3600;

#[tokio::test]
async fn backups_keep_a_redaction_open_until_their_keys_are_gone() {
    let installation = Installation::new().await;
    let services = installation
        .process(EpochPolicy {
            epoch: 24 * HOUR,
            backups: 48 * HOUR,
        })
        .await;
    let mut opened = installation.create(&services).await.unwrap();
    installation.clock.set(NOW.plus(5 * HOUR));
    let requested = NOW.plus(5 * HOUR);
    let mut unit = services.store.begin().await.unwrap();
    services
        .redact(unit.as_mut(), &mut opened, RequestOrigin::default())
        .await
        .unwrap();
    unit.save().await.unwrap();
    assert!(
        installation
            .find(&services, &opened)
            .await
            .unwrap()
            .key
            .is_none()
    );

    let due = |services| crate::Services::unreadable_in_backups_from(services, requested);
    assert_eq!(due(&services).await.unwrap(), Some(NOW.plus(72 * HOUR)));
    for hours in [24, 48, 71] {
        installation.clock.set(NOW.plus(hours * HOUR));
        services.tend_keyring("worker").await.unwrap();
        assert!(due(&services).await.unwrap().is_some(), "{hours}");
    }
    installation.clock.set(NOW.plus(72 * HOUR));
    services.tend_keyring("worker").await.unwrap();
    assert_eq!(due(&services).await.unwrap(), None);
}

#[tokio::test]
async fn where_no_backups_are_kept_nothing_is_waited_for() {
    let installation = Installation::new().await;
    let services = installation.process(EpochPolicy::default()).await;
    let moment = services.unreadable_in_backups_from(NOW).await.unwrap();
    assert_eq!(moment, None);
}

#[tokio::test]
async fn the_end_leaves_a_receipt() {
    let installation = Installation::new().await;
    let services = installation.process(EpochPolicy::default()).await;
    let mut opened = installation.create(&services).await.unwrap();
    let mut unit = services.store.begin().await.unwrap();
    services
        .redact(unit.as_mut(), &mut opened, RequestOrigin::default())
        .await
        .unwrap();
    assert_eq!(unit.count_jobs(JobKind::Redact).await.unwrap(), 1);
    installation.clock.set(NOW.plus(9));
    let erased = Erased {
        files: 3,
        ..Erased::default()
    };
    services
        .finish_redaction(unit.as_mut(), &mut opened, NOW, &erased)
        .await
        .unwrap();
    unit.save().await.unwrap();
    let mut unit = services.store.read().await.unwrap();
    let found = unit
        .erasure_receipt(&installation.scope, &opened.session.id)
        .await
        .unwrap()
        .unwrap();
    let public = services.vault.receipt_key().public();
    let receipt = check_receipt(&found.receipt, &public).unwrap();
    assert_eq!(receipt.sub, opened.session.id.to_string());
    assert_eq!((receipt.requested, receipt.iat), (NOW.0, NOW.0 + 9));
    assert_eq!(receipt.erased.files, 3);
    assert!(!receipt.livemode);
}
