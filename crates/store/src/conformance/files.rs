//! Files and their links.

use identity::{File, FilePurpose};

use super::Backend;
use super::sample::{NOW, Sample, other_mode};
use crate::{Cursor, FileFilter, FileRecord, Page, StoreError};

/// What was added can be read in its own scope alone.
pub async fn round_trip(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let record = sample.file(&scope);
    let file = File {
        file_type: None,
        session: None,
        ..sample.file(&scope).file
    };
    let bare = FileRecord {
        file,
        sealed_name: None,
    };
    let mut unit = store.begin().await.unwrap();
    unit.insert_file(&record).await.unwrap();
    unit.insert_file(&bare).await.unwrap();
    for one in [&record, &bare] {
        assert_eq!(
            unit.file(&scope, &one.file.id).await.unwrap().as_ref(),
            Some(one)
        );
    }
    for elsewhere in [other_mode(&scope), sample.scope()] {
        assert_eq!(unit.file(&elsewhere, &record.file.id).await.unwrap(), None);
    }
    let again = unit.insert_file(&record).await;
    assert!(matches!(again, Err(StoreError::Conflict { .. })));
}

/// A session's files, private ones too.
pub async fn of_a_session(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let one = sample.file(&scope);
    let mut two = sample.file(&scope);
    two.file.session = one.file.session.clone();
    two.file.purpose = FilePurpose::IdentityPrivate;
    let mut unit = store.begin().await.unwrap();
    for record in [&one, &sample.file(&scope), &two] {
        unit.insert_file(record).await.unwrap();
    }
    let session = one.file.session.clone().unwrap();
    assert_eq!(unit.files_of_session(&session).await.unwrap(), [one, two]);
}

/// The person's own pictures are in no list, and no list starts at one.
pub async fn private_ones_are_never_listed(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let (shown, mut hidden) = (sample.file(&scope), sample.file(&scope));
    hidden.file.purpose = FilePurpose::IdentityPrivate;
    let mut unit = store.begin().await.unwrap();
    unit.insert_file(&shown).await.unwrap();
    unit.insert_file(&hidden).await.unwrap();
    let page = Page {
        limit: 10,
        cursor: None,
    };
    let all = unit
        .files(&scope, &FileFilter::default(), &page)
        .await
        .unwrap();
    assert_eq!(all.items, [shown]);
    let filter = FileFilter {
        purpose: Some(FilePurpose::IdentityPrivate),
        ..FileFilter::default()
    };
    assert_eq!(unit.files(&scope, &filter, &page).await.unwrap().items, []);
    let cursor = Cursor::StartingAfter(hidden.file.id.as_str().into());
    let page = Page {
        limit: 10,
        cursor: Some(cursor),
    };
    let refused = unit.files(&scope, &FileFilter::default(), &page).await;
    assert!(matches!(refused, Err(StoreError::UnknownCursor)));
}

/// Deleting works once.
pub async fn deleting(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let record = sample.file(&scope);
    let mut unit = store.begin().await.unwrap();
    unit.insert_file(&record).await.unwrap();
    assert!(unit.delete_file(&record.file.id).await.unwrap());
    assert!(!unit.delete_file(&record.file.id).await.unwrap());
    assert_eq!(unit.file(&scope, &record.file.id).await.unwrap(), None);
}

/// Blobs that no file names are told from those that some file does, of whatever account.
pub async fn blobs_of_none(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let mut unit = store.begin().await.unwrap();
    let mut named = Vec::new();
    for scope in [sample.scope(), sample.scope()] {
        let record = sample.file(&scope);
        unit.insert_file(&record).await.unwrap();
        named.push(record.file.blob);
    }
    assert_eq!(unit.blobs_of_no_file(&[]).await.unwrap(), [""; 0]);
    assert_eq!(unit.blobs_of_no_file(&named).await.unwrap(), [""; 0]);
    let mut asked = named.clone();
    asked.extend(["file_none".to_owned(), "doctor/1".to_owned()]);
    let mut found = unit.blobs_of_no_file(&asked).await.unwrap();
    found.sort();
    assert_eq!(found, ["doctor/1", "file_none"]);
}

/// A link that was added can be read, in its own scope alone where one is asked for.
pub async fn links_round_trip(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let link = sample.file_link(&scope);
    let mut unit = store.begin().await.unwrap();
    unit.insert_file_link(&link).await.unwrap();
    assert_eq!(
        unit.file_link(&scope, &link.id).await.unwrap(),
        Some(link.clone())
    );
    assert_eq!(
        unit.file_link_anywhere(&link.id).await.unwrap(),
        Some(link.clone())
    );
    for elsewhere in [other_mode(&scope), sample.scope()] {
        assert_eq!(unit.file_link(&elsewhere, &link.id).await.unwrap(), None);
    }
    let again = unit.insert_file_link(&link).await;
    assert!(matches!(again, Err(StoreError::Conflict { .. })));
}

/// A link is written back whole, and only where there is one.
pub async fn links_are_updated(backend: &mut dyn Backend) {
    let (store, sample) = (backend.store(), Sample::new(1));
    let scope = sample.scope();
    let mut link = sample.file_link(&scope);
    let mut unit = store.begin().await.unwrap();
    unit.insert_file_link(&link).await.unwrap();
    link.expires_at = None;
    link.metadata.clear();
    unit.update_file_link(&link).await.unwrap();
    assert_eq!(
        unit.file_link(&scope, &link.id).await.unwrap(),
        Some(link.clone())
    );
    link.expires_at = Some(NOW);
    unit.update_file_link(&link).await.unwrap();
    assert_eq!(unit.file_link(&scope, &link.id).await.unwrap(), Some(link));
    let missing = unit.update_file_link(&sample.file_link(&scope)).await;
    assert!(matches!(missing, Err(StoreError::Missing { .. })));
}
